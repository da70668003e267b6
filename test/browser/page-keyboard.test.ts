import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { reads, windows } from '../helpers/browser.ts';
import { practicePage } from '../helpers/practice-page.ts';
import { until } from '../helpers/until.ts';

const channel = 'C01COMMUNITY';
const text = (words: string) => ({ type: 'plain_text' as const, text: words });
const pressed: string[] = [];
const work = practicePage((app) => {
  app.action('claim', async ({ ack, body }) => {
    await ack();
    pressed.push(body.user.id);
  });
});
const { open } = windows();

/** What has the focus, by its role or tag and its name. */
function held(page: Page): Promise<string> {
  return page.evaluate(`(() => {
    const one = document.activeElement;
    const label = one.ariaLabel ?? document.getElementById(one.getAttribute('aria-labelledby'))?.textContent;
    return (one.role ?? one.tagName.toLowerCase()) + ' ' + (label ?? one.dataset.ts ?? one.textContent).trim();
  })()`);
}

async function postCard(words: string): Promise<string> {
  const button = { type: 'button' as const, action_id: 'claim', text: text('Claim') };
  const blocks = [
    { type: 'section' as const, text: text(words) },
    { type: 'actions' as const, elements: [button] },
  ];
  return (await work.client.chat.postMessage({ channel, text: words, blocks })).ts ?? '';
}

test('F6 goes from region to region and back', async () => {
  const page = await open(`${work.practice.url}`);
  await page.getByRole('button', { name: 'Behind the scenes', exact: true }).click();
  await page.getByRole('complementary', { name: 'Behind the scenes' }).waitFor();
  const stops: string[] = [];
  for (let count = 0; count < 5; count += 1) {
    await page.keyboard.press('F6');
    stops.push(await held(page));
  }
  expect(stops).toEqual([
    'button community',
    'section Messages in #community',
    'textarea Message #community',
    'tab On the wire',
    'radio BBenEngineer',
  ]);
  await page.keyboard.press('Shift+F6');
  expect(await held(page)).toBe('tab On the wire');
  await page.keyboard.press('Escape');
  await page.getByRole('complementary', { name: 'Behind the scenes' }).waitFor({ state: 'detached' });
});

test('arrows go from message to message, Tab into it, Enter opens its thread, Escape leads back', async () => {
  const [first, second] = [await postCard('The first card'), await postCard('The second card')];
  const page = await open(work.practice.url);
  await page.getByText('The second card').waitFor();
  await page.getByRole('region', { name: 'Messages in #community' }).focus();
  await page.keyboard.press('ArrowUp');
  expect(await held(page)).toBe(`li ${second}`);
  await page.keyboard.press('ArrowUp');
  expect(await held(page)).toBe(`li ${first}`);
  await page.keyboard.press('End');
  expect(await held(page)).toBe(`li ${second}`);
  await page.keyboard.press('Tab');
  expect(await held(page)).toBe('button Claim');
  await page.keyboard.press('Enter');
  await until('the app hears of the press', () => pressed.length > 0);
  await page.keyboard.press('Shift+Tab');
  await page.locator(`[data-ts="${second}"]`).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('complementary', { name: 'Thread' }).waitFor();
  expect(await held(page)).toBe('textarea Reply…');
  await page.keyboard.press('Escape');
  expect(await held(page)).toBe(`li ${second}`);
});

test('the toolbar of a message is one stop, and its menu gives the focus back', async () => {
  const ts = await postCard('A card with a toolbar');
  const page = await open(work.practice.url);
  const message = page.locator(`[data-ts="${ts}"]`);
  await message.getByRole('button', { name: 'Claim' }).focus();
  await page.keyboard.press('Tab');
  expect(await held(page)).toBe('button React with white check mark');
  await page.keyboard.press('ArrowLeft');
  expect(await held(page)).toBe('button More actions…');
  await page.keyboard.press('Enter');
  expect(await held(page)).toMatch(/^menuitem Log as a mention/);
  await page.keyboard.press('End');
  expect(await held(page)).toBe('menuitem Copy link');
  await page.keyboard.press('Escape');
  expect(await held(page)).toBe('button More actions…');
});

test('whoever comes by keyboard can be somebody else and go to another channel', async () => {
  const page = await open(work.practice.url);
  await page.getByRole('radio', { name: 'Ben' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('radio', { name: 'Chi', checked: true }).waitFor();
  expect(await held(page)).toMatch(/^radio .*Chi/);
  await page.keyboard.press('F6');
  await page.keyboard.press('Tab');
  expect(await held(page)).toBe('button general');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'general', level: 1 }).waitFor();
});

test('everything that can be pressed or filled in has a name', async () => {
  await postCard('A card to look at');
  const page = await open(work.practice.url);
  for (const look of ['', 'wire', 'trouble']) {
    await page.evaluate(`location.hash = '#as=U02BEN&in=C01COMMUNITY&look=${look}'`);
    if (look) await page.getByRole('complementary', { name: 'Behind the scenes' }).waitFor();
    const nameless = await page.evaluate(`[...document.querySelectorAll('button, input, textarea, select, [role]')]
      .filter((one) => !one.closest('[aria-hidden=true]') && !['presentation', 'status', 'log', 'img'].includes(one.role))
      .filter((one) => !(one.ariaLabel || one.getAttribute('aria-labelledby') || one.labels?.length || one.textContent.trim()))
      .map((one) => one.outerHTML)`);
    expect(nameless).toEqual([]);
  }
  await reads(page.getByRole('log'), /^$/);
});
