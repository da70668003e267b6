import { expect, test } from '@jest/globals';
import { buttonsOf, wordsOf } from '../helpers/reading.ts';
import { APPROVALS, askForVotes, COMMUNITY, findBallot, workplace } from '../helpers/workplace.ts';

const work = workplace();

test('a claimed card names who has it and offers the next step, to everybody alike', async () => {
  const { ben, dana } = work;
  const card = await work.freshCard();
  await ben.press(card, 'Claim');
  const claimed = await dana.sees(card, /<@U02BEN> has it/);
  expect([...buttonsOf(claimed.blocks).keys()]).toEqual([
    'Draft a reply…',
    'Hand over…',
    'Escalate…',
    'Open original',
    'More…',
  ]);
});

test('of two people who press Claim at the same moment one has it, and the other is told privately who', async () => {
  const { ana, ben } = work;
  const card = await work.freshCard();
  const pressed = await Promise.all([ana.pressStale(card, 'Claim'), ben.pressStale(card, 'Claim')]);
  expect(pressed).toEqual([{ ok: true }, { ok: true }]);
  const claimed = await ana.sees(card, /<@U0\w+> has it/);
  const winner = /<@(\w+)> has it/.exec(wordsOf(claimed))?.[1] ?? '';
  const loser = winner === ana.id ? ben : ana;
  await loser.isTold(COMMUNITY, new RegExp(`<@${winner}> has this one already`));
});

test('a draft that is empty or too long is not taken, and the form says why under the field', async () => {
  const { ben } = work;
  const card = await work.freshCard();
  await ben.press(card, 'Claim');
  await ben.press(await ben.sees(card, /<@U02BEN> has it/), 'Draft a reply…');
  const form = await ben.modal('Draft a reply');
  const errors = async () => (await ben.modal('Draft a reply')).errors;
  await ben.submit(form, { 'Your reply': '' });
  expect(await errors()).toEqual({ draft_text: 'Please complete this required field.' });
  await ben.submit(form, { 'Your reply': '  \n ' });
  expect(await errors()).toEqual({ draft_text: 'This is still empty. Please write something first.' });
  await ben.submit(form, { 'Your reply': 'x'.repeat(3_001) });
  expect(await errors()).toEqual({ draft_text: expect.stringContaining('3000') });
  expect(wordsOf(await ben.message(card))).toMatch(/<@U02BEN> has it/);
  await ben.closeAll();
});

test('a draft opens a ballot with both reactions ready to be pressed, and the card counts the votes', async () => {
  const { ben, chi } = work;
  const card = await work.freshCard();
  const ballot = await askForVotes(ben, card, 'Thank you for telling us about the first thing.');
  expect(ballot.reactions.map(({ name, users }) => [name, users])).toEqual([
    ['white_check_mark', ['U00PORCHLIGHT']],
    ['octagonal_sign', ['U00PORCHLIGHT']],
  ]);
  await ben.sees(card, /<@U02BEN> drafted a reply; 0 of 2 approvals, no objection, closes/);
  await chi.react(ballot, 'white_check_mark');
  await ben.sees(card, /1 of 2 approvals, no objection/);
  await ben.sees(ballot, /1 of 2 approvals \(<@U03CHI>\), no objection/);
  await chi.react(ballot, 'white_check_mark', false);
  await ben.sees(card, /0 of 2 approvals, no objection/);
});

test('the writer’s own vote does not count, and they are told so', async () => {
  const { ben, chi } = work;
  const ballot = await askForVotes(ben, await work.freshCard(), 'Thank you for telling us about the second thing.');
  await ben.react(ballot, 'white_check_mark');
  await ben.isTold(APPROVALS, /You wrote this draft, so the vote is for the others/);
  await chi.react(ballot, 'white_check_mark');
  await ben.sees(ballot, /1 of 2 approvals \(<@U03CHI>\)/);
  await ben.press(ballot, 'Approve');
  await ben.isTold(APPROVALS, /You wrote this draft/);
  await ben.sees(ballot, /1 of 2 approvals \(<@U03CHI>\)/);
});

test('two reactions approve the draft within seconds, and card and ballot both say so', async () => {
  const { ben, chi, dana } = work;
  const card = await work.freshCard();
  const ballot = await askForVotes(ben, card, 'Thank you for telling us about the third thing.');
  await chi.react(ballot, 'white_check_mark');
  await dana.react(ballot, 'white_check_mark');
  const approved = await ben.sees(card, /Approved by <@U03CHI> and <@U04DANA> · ready for <@U02BEN> to post/);
  expect([...buttonsOf(approved.blocks).keys()]).toEqual(['Publish…', 'More…']);
  const decided = await ben.sees(ballot, /Approved .*2 of 2 approvals \(<@U03CHI> and <@U04DANA>\)/);
  expect([...buttonsOf(decided.blocks).keys()]).toEqual([]);
});

test('buttons weigh as much as reactions', async () => {
  const { ana, ben, chi } = work;
  const card = await work.freshCard();
  const ballot = await askForVotes(ben, card, 'Thank you for telling us about the fourth thing.');
  await chi.press(ballot, 'Approve');
  await chi.isTold(APPROVALS, /Your approval is counted/);
  await ana.react(ballot, 'white_check_mark');
  await ben.sees(card, /Approved by <@U01ANA> and <@U03CHI>/);
});

test('one objection stops the draft, and the card names who objected', async () => {
  const { ben, chi, dana } = work;
  const card = await work.freshCard();
  const ballot = await askForVotes(ben, card, 'Thank you for telling us about the fifth thing.');
  await chi.react(ballot, 'white_check_mark');
  await dana.react(ballot, 'octagonal_sign');
  const stopped = await ben.sees(card, /The last draft was not approved: 1 objection by <@U04DANA>/);
  expect([...buttonsOf(stopped.blocks).keys()]).toContain('Edit the draft…');
  await ben.sees(ballot, /Not approved/);
});

test('an edit voids the votes on the old text and opens a new ballot', async () => {
  const { ben, chi, dana } = work;
  const card = await work.freshCard();
  const old = await askForVotes(ben, card, 'Thank you for telling us about the sixth thing.');
  await chi.react(old, 'white_check_mark');
  await ben.press(await ben.sees(card, /1 of 2 approvals/), 'More…');
  await ben.press(await ben.modal('More'), 'Edit the draft…');
  await ben.submit(await ben.modal('Edit the draft'), { 'Your reply': 'A better text about the sixth thing.' });
  await ben.sees(old, /Vote stopped.*Votes on this text no longer count/);
  const fresh = await findBallot(ben, 'A better text about the sixth thing.');
  await dana.react(old, 'white_check_mark');
  await ben.sees(card, /0 of 2 approvals/);
  await chi.react(fresh, 'white_check_mark');
  await ben.sees(card, /1 of 2 approvals/);
  await dana.react(fresh, 'white_check_mark');
  await ben.sees(card, /Approved by <@U03CHI> and <@U04DANA>/);
});
