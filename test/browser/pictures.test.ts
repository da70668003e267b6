import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { goTo, messageAt, modalOf, reads, windows } from '../helpers/browser.ts';
import { askForVotes, COMMUNITY, calm, workplace } from '../helpers/workplace.ts';

const FOLDER = process.env.PICTURES ?? '';
const work = workplace();
const { open } = windows();

const REPLY =
  'Thank you for telling us, and sorry for the wait. A colleague is looking at it today; we will write again, here, as soon as we know more.';

async function keep(page: Page, name: string): Promise<void> {
  const path = join(FOLDER, `${name}.png`);
  await page.mouse.move(5, 5);
  await page.screenshot({ path, animations: 'disabled' });
  expect(statSync(path).size).toBeLessThan(200_000);
}

/** The newest cards in three states: on the ballot, claimed with a call for help, and waiting. */
async function setScene() {
  const { ana, ben, chi, dana } = work;
  await calm(dana);
  const [voted, claimed, waiting] = (await ben.messages(COMMUNITY)).slice(-3);
  if (!voted || !claimed || !waiting) throw new Error('There are too few cards.');
  const ballot = await askForVotes(ben, voted, REPLY);
  await chi.react(ballot, 'white_check_mark');
  await ben.sees(voted, /1 of 2 approvals/);
  await ana.press(claimed, 'Claim');
  await dana.press(await ben.sees(claimed, /has it/), 'Escalate…');
  await dana.submit(await dana.modal('Ask for help'), { 'What do you need?': 'Has anybody met them at the fair?' });
  await ben.sees(claimed, /asked for help/);
  return { voted, waiting, ballot };
}

test('the pictures of the README are made', async () => {
  mkdirSync(FOLDER, { recursive: true });
  const { voted, waiting, ballot } = await setScene();
  const page = await open(work.url);
  await reads(messageAt(page, voted), /1 of 2 approvals/);
  await keep(page, 'channel-light');
  await keep(await open(work.url, { dark: true, as: 'U01ANA' }), 'channel-dark');
  await goTo(page, 'approvals');
  await reads(messageAt(page, ballot), /1 of 2 approvals/);
  await keep(page, 'ballot');

  await goTo(page, 'community');
  const card = messageAt(page, waiting);
  await card.getByRole('button', { name: 'Claim', exact: true }).click();
  await card.getByRole('button', { name: 'Draft a reply…' }).click();
  const form = await modalOf(page, 'Draft a reply');
  await form.getByLabel('Your reply').fill(REPLY);
  await keep(page, 'draft-modal');
  await form.getByRole('button', { name: 'Cancel' }).click();

  await work.ana.press(ballot, 'Approve');
  await work.ben.sees(voted, /Approved by/);
  await goTo(page, 'Porchlight');
  await page.getByText('Waiting for your vote').waitFor();
  await keep(page, 'home');

  await goTo(page, 'community');
  await page.getByRole('textbox', { name: /Message/ }).fill('/community report week');
  await page.keyboard.press('Enter');
  const report = page.locator('.message').filter({ hasText: 'In numbers' });
  await report.waitFor();
  await report.evaluate((message) => message.scrollIntoView());
  await keep(page, 'report');
}, 120_000);
