import { afterEach, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { goTo, messageAt, modalOf, reads } from '../helpers/browser.ts';
import { clickedWorkplace, press } from '../helpers/clicks.ts';
import { calm } from '../helpers/workplace.ts';

const { work, open } = clickedWorkplace();

afterEach(() => work.ana.act({ act: 'behave' }));

async function openSwitchboard(page: Page): Promise<void> {
  await press(page.locator('.top-bar'), 'Behind the scenes');
  await page.getByRole('tab', { name: 'Make trouble' }).click();
}

/** Loses the answer to the next call of this method. */
async function loseAnswer(page: Page, method: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Calls of' }).selectOption(method);
  await press(page.locator('.behind-pane'), 'Lose the answer');
  await page.getByText(`The next call of ${method} will be done, but the answer is lost.`).waitFor();
}

test('with every click and event sent twice and an answer lost, a card is claimed once', async () => {
  const page = await open(work.url);
  const card = messageAt(page, await work.freshCard());
  await openSwitchboard(page);
  for (const name of [/Send every event twice/, /Send every click and command twice/]) {
    await page.getByRole('checkbox', { name }).click();
    await page.getByRole('checkbox', { name, checked: true }).waitFor();
  }
  await loseAnswer(page, 'chat.update');
  await press(card, 'Claim');
  await reads(card, /@Ben Okoro has it, claimed/);
  await page.getByRole('tab', { name: 'On the wire' }).click();
  await page.locator('.wire-line').filter({ hasText: 'the answer was lost' }).first().waitFor();
  await press(card, 'More…');
  const history = await modalOf(page, 'More');
  await reads(history, /claimed it/);
  expect((await history.innerText()).match(/claimed it/g)).toHaveLength(1);
  await page.keyboard.press('Escape');
}, 120_000);

test('a ballot whose posting was never answered stands once', async () => {
  const page = await open(work.url);
  const card = messageAt(page, await work.freshCard());
  await press(card, 'Claim');
  await reads(card, /@Ben Okoro has it, claimed/);
  await calm(work.dana);
  await openSwitchboard(page);
  await loseAnswer(page, 'chat.postMessage');
  await press(card, 'Draft a reply…');
  const form = await modalOf(page, 'Draft a reply');
  await form.getByLabel('Your reply').fill('This stands once although its answer was lost.');
  await press(form, 'Save');
  await form.waitFor({ state: 'detached' });
  await reads(card, /@Ben Okoro drafted a reply; 0 of 2 approvals/);
  await goTo(page, 'approvals');
  const ballots = page.locator('.message').filter({ hasText: 'although its answer was lost' });
  await ballots.getByRole('button', { name: 'Approve' }).waitFor();
  await calm(work.dana);
  expect(await ballots.count()).toBe(1);
}, 120_000);

test('an outage is said, a press in it changes nothing, and afterwards all goes on', async () => {
  const page = await open(work.url);
  const card = messageAt(page, await work.freshCard());
  await openSwitchboard(page);
  await press(page.locator('.behind-pane'), 'Begin the outage');
  await page.getByText('Slack is away for another 10 minutes.').waitFor();
  await page.getByText('Porchlight is not connected.').waitFor();
  await press(card, 'Claim');
  await page.getByText('Porchlight is not connected, so nothing happened.').waitFor();
  await press(page.locator('.behind-pane'), 'Set everything right');
  await page.getByText('Cards stay as they are').waitFor({ state: 'detached', timeout: 60_000 });
  await press(card, 'Claim');
  await reads(card, /@Ben Okoro has it, claimed/);
}, 120_000);
