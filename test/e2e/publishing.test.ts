import { expect, test } from '@jest/globals';
import type { PracticeMessage } from '../../practice/wire.ts';
import { buttonsOf, wordsOf } from '../helpers/reading.ts';
import { askForVotes, workplace } from '../helpers/workplace.ts';

const work = workplace();

async function approvedCard(text: string): Promise<PracticeMessage> {
  const card = await work.freshCard();
  const ballot = await askForVotes(work.ben, card, text);
  await work.chi.react(ballot, 'white_check_mark');
  await work.dana.react(ballot, 'white_check_mark');
  return work.ben.sees(card, /Approved by/);
}

test('an approved reply is posted by hand: one person holds it, a second is refused, and its link ends on the card', async () => {
  const { ana, ben } = work;
  const text = 'We heard you, and the page is being mended.';
  const card = await approvedCard(text);
  await ben.press(card, 'Publish…');
  const form = await ben.modal('Publish the reply');
  expect(wordsOf(form)).toContain(text);
  const held = await ben.sees(card, /<@U02BEN> is posting the reply; held until/);
  expect([...buttonsOf(held.blocks).keys()]).toEqual(['I have posted it…', 'I did not post it', 'More…']);

  expect(await ana.pressStale(card, 'Publish…')).toMatchObject({ ok: false });
  await ana.press(held, 'More…');
  expect([...buttonsOf((await ana.modal('More')).blocks).keys()]).not.toContain('Edit the draft…');
  await ana.closeAll();

  await ben.submit(form, { 'Link to the posted reply': 'https://forum.example/replies/7' });
  const answered = await ben.sees(card, /Answered by <@U02BEN>.*see the reply/);
  expect(JSON.stringify(answered.blocks)).toContain('https://forum.example/replies/7');
  expect([...buttonsOf(answered.blocks).keys()]).toEqual(['More…']);
});

test('of two people who press Publish at the same moment one holds the reply, and the other reads who', async () => {
  const { ana, ben } = work;
  const card = await approvedCard('We heard you too, and the clock is being mended.');
  await Promise.all([ana.pressStale(card, 'Publish…'), ben.pressStale(card, 'Publish…')]);
  const held = await ben.sees(card, /<@U0\w+> is posting the reply/);
  const holder = /<@(\w+)> is posting/.exec(wordsOf(held))?.[1] ?? '';
  const second = holder === ana.id ? ben : ana;
  expect(wordsOf(await second.modal('Publish by hand'))).toMatch(new RegExp(`<@${holder}> is posting the reply`));
});

test('a link that is none is refused under its field, and nothing is marked as posted', async () => {
  const { ben } = work;
  const card = await approvedCard('We heard you as well, and the door is being mended.');
  await ben.press(card, 'Publish…');
  await ben.submit(await ben.modal('Publish the reply'), { 'Link to the posted reply': 'javascript:alert(1)' });
  const errors = (await ben.modal('Publish the reply')).errors;
  expect(errors).toEqual({ reply_url: expect.stringContaining('not a web address') });
  await ben.closeAll();
  await ben.press(await ben.sees(card, /is posting the reply/), 'I did not post it');
  await ben.sees(card, /Approved by .* ready for <@U02BEN> to post/);
});

test('an objection after the approval stops the reply before anybody posts it', async () => {
  const { ana, ben } = work;
  const card = await approvedCard('We heard you at last, and the roof is being mended.');
  await ana.press(card, 'More…');
  await ana.press(await ana.modal('More'), 'Object');
  await ben.sees(card, /The last draft was not approved: 1 objection by <@U01ANA>/);
});
