import { existsSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const QUIET = ['gpu', 'quic', 'background-networking', 'component-update', 'sync'].map((one) => `--disable-${one}`);

/** Opens windows on the practice page; after each test none of them may have met an error. */
export type Windows = {
  open(url: string, options?: Look): Promise<Page>;
};

/** Who looks, and how; `isFirst` for somebody who has never seen the page. */
export type Look = { as?: string; dark?: boolean; width?: number; height?: number; isFirst?: boolean };

/** One headless Chromium for the tests of a file. @throws a sentence that says what to install when there is none. */
export function windows(): Windows {
  let browser: Browser;
  const errors: string[] = [];
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: findChromium(),
      args: ['--no-sandbox', '--no-first-run', ...QUIET],
    });
  }, 60_000);
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    expect(errors.splice(0)).toEqual([]);
  });
  afterAll(() => browser?.close());

  return {
    async open(url, { as = 'U02BEN', dark = false, width = 1280, height = 800, isFirst = false } = {}) {
      const colorScheme = dark ? 'dark' : 'light';
      const context = await browser.newContext({ viewport: { width, height }, colorScheme, locale: 'en-GB' });
      contexts.push(context);
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      page.on('console', (said) => said.type() === 'error' && errors.push(said.text()));
      page.on('pageerror', (error) => errors.push(String(error)));
      if (!isFirst) await page.addInitScript(`localStorage.setItem('porchlight.practice.helped', 'true')`);
      await page.goto(`${url}/#as=${as}&in=C01COMMUNITY`);
      await page.locator('.main').waitFor();
      return page;
    },
  };
}

/** Where Chromium is on this machine. @throws a sentence that says what to install */
export function findChromium(): string {
  const found = [process.env.CHROMIUM ?? '', ...PLACES].find((path) => path && existsSync(path));
  if (found) return found;
  throw new Error(
    'The browser tests need Chromium: apt-get install -y chromium fonts-noto-core fonts-noto-color-emoji, or name one by CHROMIUM=/path/to/it.',
  );
}

/** The message with this ts, on the page of whoever looks. */
export function messageAt(page: Page, { ts }: { ts: string }): Locator {
  return page.locator(`[data-ts="${ts}"]`);
}

/** Goes to a channel, or to the app, by its entry in the sidebar, which a narrow screen keeps in a drawer. */
export async function goTo(page: Page, name: string): Promise<void> {
  const channels = page.getByRole('navigation', { name: 'Channels' });
  const drawer = page.getByRole('button', { name: /^Channels/ });
  const isNarrow = await drawer.isVisible();
  if (isNarrow) await drawer.click();
  await channels.getByRole('button', { name }).click();
  if (isNarrow) await channels.waitFor({ state: 'detached' });
}

/** Looks through the eyes of somebody else. */
export async function actAs(page: Page, firstName: string): Promise<void> {
  const name = new RegExp(`^${firstName}\\b`);
  await page.getByRole('radio', { name }).click();
  await page.getByRole('radio', { name, checked: true }).waitFor();
}

/** The open modal of this title, filled. */
export async function modalOf(page: Page, title: string): Promise<Locator> {
  const modal = page.getByRole('dialog', { name: title });
  await modal.waitFor();
  await modal.getByText('Loading…').waitFor({ state: 'detached' });
  return modal;
}

/** Waits until the message reads like this. */
export async function reads(message: Locator, words: RegExp): Promise<void> {
  await message.filter({ hasText: words }).waitFor();
}
