import { expect, test } from '@jest/globals';
import { actAs, goTo, messageAt, modalOf, reads } from '../helpers/browser.ts';
import { clickedWorkplace, press } from '../helpers/clicks.ts';

const { work, open } = clickedWorkplace();

test('by clicks alone help is called for, answered, and closed with an outcome that stands on the card', async () => {
  const page = await open(work.url);
  const card = messageAt(page, await work.freshCard());
  await press(card, 'Escalate…');
  const form = await modalOf(page, 'Ask for help');
  await press(form, 'Ask for help');
  await reads(form, /Please complete this required field/);
  await form.getByRole('radio', { name: /Urgent/ }).check();
  await form.getByLabel('What do you need?').fill('They threaten to sue. Who may answer this?');
  await press(form, 'Ask for help');
  await form.waitFor({ state: 'detached' });
  await reads(card, /@Ben Okoro asked for urgent help: “They threaten to sue\. .*nobody has answered yet/);

  await actAs(page, 'Dana');
  await goTo(page, 'help-wanted');
  const call = page.locator('.message').filter({ hasText: 'They threaten to sue' });
  await press(call, 'I am on it');
  await reads(call, /@Dana Weiss is on it/);
  await press(call, 'Close with an outcome…');
  const closing = await modalOf(page, 'Close the call');
  await closing.getByRole('textbox').fill('Our lawyer answers by noon.');
  await press(closing, 'Close the call');
  await closing.waitFor({ state: 'detached' });
  await reads(call, /Our lawyer answers by noon/);

  await goTo(page, 'community');
  await reads(card, /Our lawyer answers by noon/);
  expect(await call.getByRole('button', { name: 'I am on it' }).count()).toBe(0);
}, 90_000);

test('by clicks alone a crisis is called, pinned, asks for stricter votes, and is ended by a manager', async () => {
  const page = await open(work.url);
  const card = messageAt(page, await work.freshCard());
  await press(card, 'Escalate…');
  const form = await modalOf(page, 'Ask for help');
  await form.getByRole('radio', { name: /Crisis/ }).check();
  await form.getByLabel('What do you need?').fill('The outage is on the front page.');
  await press(form, 'Ask for help');
  await reads(card, /called a crisis: “The outage is on the front page\.”/);
  const notice = page.locator('.message').filter({ has: page.getByRole('button', { name: 'End the crisis…' }) });
  await press(notice, 'End the crisis…');
  await reads(page.getByRole('dialog'), /Only a community manager can end a crisis/);
  await page.keyboard.press('Escape');

  await press(card, 'Claim');
  await press(card, 'Draft a reply…');
  const draft = await modalOf(page, 'Draft a reply');
  await reads(draft, /A crisis runs/);
  await press(draft, 'Cancel');

  await actAs(page, 'Ana');
  await press(notice, 'End the crisis…');
  const ending = await modalOf(page, 'End the crisis');
  await ending.getByRole('textbox').fill('Everything runs again.');
  await press(ending, 'End the crisis');
  await ending.waitFor({ state: 'detached' });
  await reads(page.locator('.message').filter({ hasText: 'Everything runs again' }).first(), /ended/);
}, 90_000);
