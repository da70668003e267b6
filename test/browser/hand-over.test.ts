import { expect, test } from '@jest/globals';
import { actAs, goTo, messageAt, modalOf, reads } from '../helpers/browser.ts';
import { choose, clickedWorkplace, press } from '../helpers/clicks.ts';

const { work, open } = clickedWorkplace();

test('by clicks alone a mention is handed over with a note, its new owner is told, and it is taken back', async () => {
  const page = await open(work.url);
  const card = messageAt(page, await work.freshCard());
  await press(card, 'Claim');
  await press(card, 'Hand over…');
  const form = await modalOf(page, 'Hand over');
  await press(form, 'Hand over');
  await reads(form, /Please complete this required field/);
  await choose(form, 'Who should have it?', 'Chi');
  await form.getByLabel('What should they know?').fill('You know exports best.');
  await press(form, 'Hand over');
  await form.waitFor({ state: 'detached' });
  await reads(card, /@Chi Tanaka has it, handed over by @Ben Okoro/);

  await actAs(page, 'Chi');
  await goTo(page, 'Porchlight');
  await page.getByRole('tab', { name: 'Messages' }).click();
  const told = page.locator('.message').filter({ hasText: '@Ben Okoro handed you a mention of' });
  await reads(told, /you have it now\. Their note: You know exports best\./);
  expect(await told.getByRole('link', { name: /a mention of/ }).count()).toBe(1);

  await actAs(page, 'Ben');
  await goTo(page, 'community');
  await press(card, 'More…');
  await press(await modalOf(page, 'More'), 'Take back');
  await reads(page.getByRole('dialog', { name: 'More' }), /@Ben Okoro took it back from @Chi Tanaka/);
  await page.keyboard.press('Escape');
  await reads(card, /@Ben Okoro has it, claimed/);
}, 90_000);

test('by clicks alone a mention is put to rest until Monday, and woken up', async () => {
  const page = await open(work.url);
  const card = messageAt(page, await work.freshCard());
  await press(card, 'More…');
  await press(await modalOf(page, 'More'), 'Snooze…');
  const form = await modalOf(page, 'Snooze');
  await form.getByRole('radio', { name: /Next Monday morning/ }).check();
  await press(form, 'Snooze');
  await form.waitFor({ state: 'detached' });
  await reads(card, /Snoozed by @Ben Okoro until /);
  await press(card, 'More…');
  await press(await modalOf(page, 'More'), 'Wake up');
  await card.filter({ hasNotText: 'Snoozed' }).waitFor();
}, 90_000);

test('by clicks alone a dismissed mention is reopened, and the thread says why', async () => {
  const page = await open(work.url);
  const card = messageAt(page, await work.freshCard());
  await press(card, 'More…');
  await press(await modalOf(page, 'More'), 'Dismiss…');
  const dismissal = await modalOf(page, 'Dismiss');
  await choose(dismissal, 'Why?', 'Spam');
  await press(dismissal, 'Dismiss');
  await reads(card, /Dismissed by @Ben Okoro: spam/);
  await press(card, 'More…');
  await press(await modalOf(page, 'More'), 'Reopen…');
  const form = await modalOf(page, 'Reopen');
  await form.getByLabel('Why?').fill('They are a customer after all.');
  await press(form, 'Reopen');
  await reads(card, /Nobody has it yet/);
  await reads(card, /1 reply/);
}, 90_000);
