import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { goTo, windows } from '../helpers/browser.ts';
import { practicePage } from '../helpers/practice-page.ts';
import { sticksOut } from '../helpers/sticks-out.ts';

const channel = 'C01COMMUNITY';
const phone = { width: 390, height: 844 };
const work = practicePage(() => {});
const { open } = windows();

async function openDrawer(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Channels/ }).click();
  await page.getByRole('navigation', { name: 'Channels' }).waitFor();
}

test('on a phone the channels are in a drawer, which leaves the whole width to what is said', async () => {
  const page = await open(work.practice.url, phone);
  const channels = page.getByRole('navigation', { name: 'Channels' });
  expect(await channels.count()).toBe(0);
  expect((await page.locator('.main').boundingBox())?.width).toBe(390);
  await openDrawer(page);
  expect(await page.evaluate('document.activeElement.textContent')).toBe('community');
  expect(await page.evaluate(`document.querySelector('main').inert`)).toBe(true);
  await page.keyboard.press('Escape');
  await channels.waitFor({ state: 'detached' });
  expect(await page.evaluate('document.activeElement.ariaLabel')).toMatch(/^Channels/);
  await openDrawer(page);
  await page.mouse.click(380, 400);
  await channels.waitFor({ state: 'detached' });
  await goTo(page, 'approvals');
  await page.getByRole('heading', { name: 'approvals', level: 1 }).waitFor();
  await channels.waitFor({ state: 'detached' });
});

test('on a phone the button of the drawer says how much is unread', async () => {
  const page = await open(work.practice.url, phone);
  await work.client.chat.postMessage({ channel: 'C02APPROVALS', text: 'A ballot' });
  await page.getByRole('button', { name: 'Channels, 1 unread' }).waitFor();
});

for (const [name, size] of [
  ['a phone', phone],
  ['a tablet', { width: 820, height: 1180 }],
  ['a laptop', { width: 1280, height: 800 }],
] as const) {
  test(`on ${name} nothing of a thread, the inspector, the switchboard or the welcome sticks out`, async () => {
    const { practice, client } = work;
    const words = `A word that does not end: ${'x'.repeat(200)}`;
    const { ts = '' } = await client.chat.postMessage({ channel, text: words });
    await practice.act({ act: 'say', as: 'U03CHI', channel, text: words, threadTs: ts });
    const page = await open(practice.url, { ...size, isFirst: true });
    await page.getByRole('dialog').waitFor();
    expect(await sticksOut(page)).toEqual([]);
    await page.getByRole('button', { name: 'Have a look' }).click();
    for (const place of [`thread=${ts}`, 'look=wire', 'look=trouble', `thread=${ts}&look=wire`]) {
      await page.evaluate(`location.hash = '#as=U02BEN&in=${channel}&${place}'`);
      await page.getByRole('complementary').last().waitFor();
      if (place === 'look=wire') await page.locator('.wire-line').first().click();
      expect(await sticksOut(page)).toEqual([]);
    }
    await practice.act({ act: 'trouble', as: 'U01ANA', on: true, trouble: { kind: 'reorder' } });
    await page.evaluate(`location.hash = '#as=U02BEN&in=${channel}'`);
    await page.getByText('This Slack misbehaves on purpose.').waitFor();
    expect(await sticksOut(page)).toEqual([]);
    await practice.act({ act: 'behave', as: 'U01ANA' });
  });
}
