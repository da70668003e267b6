import { expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { actAs, goTo, messageAt, modalOf, reads } from '../helpers/browser.ts';
import { clickedWorkplace, press } from '../helpers/clicks.ts';

const { work, open } = clickedWorkplace();

/** Claims a card and saves a draft, as whoever looks; returns the card and its ballot. */
async function draftIn(page: Page, text: string): Promise<{ card: Locator; ballot: Locator }> {
  const card = messageAt(page, await work.freshCard());
  await press(card, 'Claim');
  await reads(card, /@Ben Okoro has it/);
  await press(card, 'Draft a reply…');
  const form = await modalOf(page, 'Draft a reply');
  await form.getByLabel('Your reply').fill(text);
  await press(form, 'Save');
  await form.waitFor({ state: 'detached' });
  await reads(card, /@Ben Okoro drafted a reply; 0 of 2 approvals/);
  return { card, ballot: page.locator('.message').filter({ hasText: text }) };
}

test('by clicks alone a mention is claimed, drafted, voted on with emoji, published by hand and marked as posted', async () => {
  const page = await open(work.url);
  const text = 'Thank you for the report. A fix goes out tonight.';
  const { card, ballot } = await draftIn(page, text);

  await actAs(page, 'Chi');
  await goTo(page, 'approvals');
  await ballot.getByRole('button', { name: /^1 reacted with .*check mark/ }).click();
  await reads(ballot, /1 of 2 approvals \(@Chi Tanaka\)/);

  await actAs(page, 'Dana');
  await press(ballot.locator('.reactions'), 'Add reaction…');
  const picker = page.getByRole('dialog', { name: 'Emoji' });
  await picker.getByLabel('Search all emoji').fill('white_check');
  await picker
    .getByRole('button', { name: /check mark/ })
    .first()
    .click();
  await reads(ballot, /Approved .*2 of 2 approvals \(@Chi Tanaka and @Dana Weiss\)/);

  await actAs(page, 'Ben');
  await goTo(page, 'community');
  await reads(card, /Approved by @Chi Tanaka and @Dana Weiss/);
  await press(card, 'Publish…');
  const form = await modalOf(page, 'Publish the reply');
  await reads(form, new RegExp(text));
  await form.getByLabel('Link to the posted reply').fill('https://forum.example/replies/7');
  await press(form, 'I have posted it');
  await form.waitFor({ state: 'detached' });
  await reads(card, /Answered by @Ben Okoro/);
  expect(await card.getByRole('link', { name: 'see the reply' }).getAttribute('href')).toBe(
    'https://forum.example/replies/7',
  );
}, 90_000);

test('a form that is filled in badly says so under the field, and keeps what was typed', async () => {
  const page = await open(work.url);
  const card = messageAt(page, await work.freshCard());
  await press(card, 'Claim');
  await press(card, 'Draft a reply…');
  const form = await modalOf(page, 'Draft a reply');
  await press(form, 'Save');
  await reads(form, /Please complete this required field/);
  await form.getByLabel('Your reply').fill('x'.repeat(3_001));
  await press(form, 'Save');
  await reads(form, /at most 3,?000 characters/i);
  expect(await form.getByLabel('Your reply').inputValue()).toHaveLength(3_001);
  await press(form, 'Cancel');
  await form.waitFor({ state: 'detached' });
});

test('a page that is loaded again shows the same person, place and state', async () => {
  const page = await open(work.url);
  await actAs(page, 'Dana');
  const card = messageAt(page, await work.freshCard());
  await press(card, 'Claim');
  await reads(card, /@Dana Weiss has it/);
  await goTo(page, 'approvals');
  await goTo(page, 'community');
  await page.reload();
  await page.getByRole('radio', { name: 'Dana', checked: true }).waitFor();
  await page.getByRole('heading', { name: 'community' }).first().waitFor();
  await reads(card, /@Dana Weiss has it/);
});

test('two windows are two people, and each sees at once what the other does', async () => {
  const [bens, danas] = [await open(work.url), await open(work.url, { as: 'U04DANA' })];
  const at = await work.freshCard();
  await press(messageAt(bens, at), 'Claim');
  await reads(messageAt(danas, at), /@Ben Okoro has it/);
  await danas.getByRole('radio', { name: 'Dana', checked: true }).waitFor();
});

test('the command is typed like in Slack, and its answer is only for the one who typed it', async () => {
  const [bens, danas] = [await open(work.url), await open(work.url, { as: 'U04DANA' })];
  await bens.getByRole('textbox', { name: /Message/ }).fill('/community watch list');
  await bens.keyboard.press('Enter');
  await reads(bens.locator('.message').last(), /Only visible to you[\s\S]*1 watch:/);
  expect(await danas.locator('.message').filter({ hasText: '1 watch:' }).count()).toBe(0);
});

test('whoever comes for the first time is told what this is, once', async () => {
  const page = await open(work.url, { isFirst: true });
  const welcome = page.getByRole('dialog', { name: 'A Slack on your own machine' });
  await press(welcome, 'Have a look');
  await welcome.waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('navigation', { name: 'Channels' }).waitFor();
  expect(await welcome.count()).toBe(0);
});
