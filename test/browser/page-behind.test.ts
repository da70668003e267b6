import { afterEach, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { reads, windows } from '../helpers/browser.ts';
import { practicePage } from '../helpers/practice-page.ts';

const work = practicePage((app) => {
  app.command('/community', async ({ ack }) => ack('Here is what I can do.'));
});
const { open } = windows();

afterEach(() => work.practice.act({ act: 'behave', as: 'U01ANA' }));

async function openBehind(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Behind the scenes', exact: true }).click();
}

async function run(page: Page, command: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Message/ }).fill(command);
  await page.keyboard.press('Enter');
}

test('what goes over the wire is listed as it goes, and one entry shows all that was said but its secrets', async () => {
  const page = await open(work.practice.url);
  await openBehind(page);
  await run(page, '/community help');
  const line = page.locator('.wire-line').filter({ hasText: '/community' });
  await reads(line, /ok\d+ msBen Okoro · #community · help/);
  await line.click();
  const sent = page.getByRole('region', { name: 'Sent' });
  await reads(sent, /"command": "\/community"/);
  await reads(sent, /"trigger_id": "hidden"/);
  await reads(page.getByRole('region', { name: 'Answered' }), /Here is what I can do/);
});

test('the list is filtered by words, by kind and by failure, and can be cleared', async () => {
  const page = await open(work.practice.url);
  await work.client.chat.postMessage({ channel: 'C01COMMUNITY', text: 'A card' });
  await work.client.chat.postMessage({ channel: 'C0NOWHERE', text: 'A card' }).catch(() => undefined);
  await openBehind(page);
  const lines = page.locator('.wire-line');
  await lines.filter({ hasText: 'channel_not_found' }).first().waitFor();
  await page.getByLabel('Only what failed').check();
  await reads(lines, /chat\.postMessage.*channel_not_found/);
  expect(await lines.count()).toBe(1);
  await page.getByLabel('Only what failed').uncheck();
  await page.getByRole('searchbox').fill('postmessage #community');
  await lines.filter({ hasText: 'channel_not_found' }).waitFor({ state: 'detached' });
  expect(await lines.count()).toBe(1);
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('Events');
  await page.getByText('Nothing like that went over the wire.').waitFor();
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.getByText('Nothing has gone over the wire since you began to look.').waitFor();
});

test('trouble is made by a button, said in words on every page, and ended by one button', async () => {
  const [bens, danas] = [await open(work.practice.url), await open(work.practice.url, { as: 'U04DANA' })];
  await openBehind(bens);
  await bens.getByRole('tab', { name: 'Make trouble' }).click();
  await bens.getByText('All is well: nothing goes wrong on purpose.').waitFor();
  await bens.getByRole('combobox', { name: 'Calls of' }).selectOption('chat.update');
  await bens.getByRole('spinbutton', { name: 'How many' }).fill('2');
  await bens.getByRole('button', { name: 'Lose the answer' }).click();
  await bens.getByLabel('Let events overtake each other').click();
  await danas
    .getByText('Events overtake each other. The next 2 calls of chat.update will be done, but the answers are lost.')
    .waitFor();
  await bens.getByRole('listitem').filter({ hasText: 'the answers are lost' }).waitFor();
  await danas.getByRole('button', { name: 'Set everything right' }).click();
  await bens.getByText('All is well: nothing goes wrong on purpose.').waitFor();
  expect(await danas.getByText('misbehaves on purpose').count()).toBe(0);
  await bens.getByRole('checkbox', { name: /Let events overtake each other/, checked: false }).waitFor();
});

test('a trouble that has met its call is over by itself', async () => {
  const page = await open(work.practice.url);
  await openBehind(page);
  await page.getByRole('tab', { name: 'Make trouble' }).click();
  await page.getByRole('combobox', { name: 'Calls of' }).selectOption('users.info');
  await page.getByRole('button', { name: 'Refuse it' }).click();
  await page.getByText('The next call of users.info will be refused (internal_error).').waitFor();
  await expect(work.client.users.info({ user: 'U02BEN' })).rejects.toThrow('internal_error');
  await page.getByText('All is well: nothing goes wrong on purpose.').waitFor();
});

test('in an outage the page stays, and says how long it takes and that the app is away', async () => {
  const page = await open(work.practice.url);
  await openBehind(page);
  await page.getByRole('tab', { name: 'Make trouble' }).click();
  await page.getByRole('button', { name: 'Begin the outage' }).click();
  await page.getByText('Slack is away for another 10 minutes.').waitFor();
  await page.getByText('Porchlight is not connected.').waitFor();
  await page.getByRole('button', { name: 'Set everything right' }).click();
  await page.getByText('All is well: nothing goes wrong on purpose.').waitFor();
  // The SDK comes back by itself, with pauses that grow.
  await page.getByText('Porchlight is not connected.').waitFor({ state: 'detached', timeout: 45_000 });
}, 90_000);
