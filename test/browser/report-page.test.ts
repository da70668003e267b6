import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import { reportPage } from '../../src/views/report-page.ts';
import { findChromium } from '../helpers/browser.ts';
import { aLine, BEN } from '../helpers/facts.ts';
import { anEmptyReport, aReport, someCounts } from '../helpers/report.ts';
import { HOSTILE } from '../views/any-facts.ts';

const NAMES = { U0ANA: 'Ana', U0BEN: 'Ben', U0CHI: 'Chi' };
let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
}, 60_000);
afterAll(() => browser?.close());

/** Opens a page as a file somebody downloaded, and gives what it asked for and what it complained of besides. */
async function opened(html: string, look: { dark?: boolean; width?: number } = {}) {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 900, height: 900 },
    colorScheme: look.dark ? 'dark' : 'light',
  });
  const page = await context.newPage();
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (said) => complaints.push(said.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('dialog', (dialog) => void complaints.push(dialog.message()));
  await page.setContent(html);
  return { page, asked, complaints };
}

/** Keeps a picture of the page, for whoever wants to look: PICTURES_OF_REPORTS=folder. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES_OF_REPORTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.png`), await page.screenshot({ fullPage: true }));
}

const hostile = aReport({
  watch: '<script>alert(1)</script>',
  timezone: '"><img src=x onerror=alert(1)>',
  by: 'network',
  rows: HOSTILE.map((name) => ({ name, counts: someCounts({ mentions: 7, answered: 3 }) })),
  byWatch: HOSTILE.map((name) => ({ name, mentions: 3 })),
  notes: HOSTILE,
  top: HOSTILE.map((words) =>
    aLine({ words, authorName: words, watch: words, cardLink: `javascript:alert('${words.slice(0, 20)}')` }),
  ),
});
const huge = aReport({
  counts: someCounts({
    ...aReport().counts,
    mentions: 1_234_567_890,
    tone: { negative: 987_654_321, neutral: 1, positive: 99_999_999, unclear: 0 },
    repliers: [{ personId: BEN, replies: 12_345_678 }],
  }),
  byDay: aReport().byDay.map((one, i) => ({ ...one, mentions: i * 123_456_789 })),
});

test.each([
  ['week', aReport()],
  ['empty', anEmptyReport()],
  ['hostile', hostile],
  ['huge', huge],
])(
  'the page of a report (%s) runs nothing, fetches nothing and fits a phone, in light and in dark',
  async (name, facts) => {
    const html = reportPage(facts, { ...NAMES, U0CHI: '<b onclick=alert(1)>Chi</b>' }, 'person');
    for (const dark of [false, true]) {
      const { page, asked, complaints } = await opened(html, { dark });
      expect(asked).toEqual([]);
      expect(complaints).toEqual([]);
      expect(await page.locator('script, img, iframe, [onclick], [onerror], a[href^="javascript"]').count()).toBe(0);
      const background = await page.evaluate('getComputedStyle(document.body).backgroundColor');
      expect(background).toBe(dark ? 'rgb(28, 24, 19)' : 'rgb(255, 255, 255)');
      await picture(page, `${name}-${dark ? 'dark' : 'light'}`);
      await page.setViewportSize({ width: 360, height: 800 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
      if (!dark) await picture(page, `${name}-phone`);
    }
  },
);

test('the charts of the page have a bar for every number, as high as it says', async () => {
  const { page } = await opened(reportPage(aReport(), NAMES, 'person'));
  const bars = await page.locator('figure').first().locator('rect:has(title)').all();
  const heights = await Promise.all(bars.map(async (bar) => Number(await bar.getAttribute('height'))));
  expect(bars).toHaveLength(7);
  expect(heights[5]).toBe(0);
  expect((heights[3] ?? 0) / (heights[0] ?? 1)).toBeCloseTo(12 / 4, 1);
  const fill = await page.evaluate("getComputedStyle(document.querySelector('figure rect:has(title)')).fill");
  expect(fill).toBe('rgb(168, 82, 15)');
});
