import { expect, test } from '@jest/globals';
import { buttonsOf, wordsOf } from '../helpers/reading.ts';
import { until } from '../helpers/until.ts';
import { COMMUNITY, HELP_WANTED, workplace } from '../helpers/workplace.ts';

const work = workplace();

test('a mention is dismissed with a reason, folded to one line, reopened, claimed and released', async () => {
  const { ana, ben } = work;
  const card = await work.freshCard();
  await ana.press(card, 'More…');
  await ana.press(await ana.modal('More'), 'Dismiss…');
  await ana.submit(await ana.modal('Dismiss'), { 'Why?': 'Not about us', 'In your words': 'another Acme' });
  const folded = await ben.sees(card, /Dismissed by <@U01ANA>: not about us \(another Acme\)/);
  expect(wordsOf(folded).split('\n').length).toBeLessThan(wordsOf(card).split('\n').length);
  await ben.press(folded, 'More…');
  await ben.press(await ben.modal('More'), 'Reopen…');
  await ben.submit(await ben.modal('Reopen'), { 'Why?': 'It is about us after all' });
  await ben.press(await ben.sees(card, /Nobody has it yet/), 'More…');
  await until('More… offers what can be done now', async () =>
    buttonsOf((await ben.modal('More')).blocks).has('Claim'),
  );
  await ben.press(await ben.modal('More'), 'Claim');
  await ben.sees(card, /<@U02BEN> has it/);
  await until('More… offers to release', async () => buttonsOf((await ben.modal('More')).blocks).has('Release'));
  await ben.press(await ben.modal('More'), 'Release');
  await ben.sees(card, /Nobody has it yet/);
});

test('More… shows everything that happened to the mention, the newest first', async () => {
  const { ben, dana } = work;
  const card = await work.freshCard();
  await ben.press(card, 'Claim');
  await dana.press(await dana.sees(card, /<@U02BEN> has it/), 'More…');
  const history = wordsOf(await dana.modal('More')).split('What has happened')[1] ?? '';
  expect(history).toMatch(/<@U02BEN> claimed it[\s\S]*Porchlight found it/);
  expect(history).toContain('Porchlight posted the card');
});

test('a call for help stands in #help-wanted and on the card, and the first to answer it is named on both', async () => {
  const { chi, dana } = work;
  const card = await work.freshCard();
  await chi.press(card, 'Escalate…');
  const form = await chi.modal('Ask for help');
  await chi.submit(form, { 'How urgent is it?': 'Urgent', 'What do you need?': 'A lawyer has to read this.' });
  await chi.sees(card, /<@U03CHI> asked for urgent help: “A lawyer has to read this.” · nobody has answered yet/);
  const call = await until('the call for help stands in #help-wanted', async () =>
    (await dana.messages(HELP_WANTED)).find((one) => wordsOf(one).includes('A lawyer has to read this.')),
  );
  await dana.press(call, 'I am on it');
  await chi.sees(call, /<@U04DANA> is on it/);
  await chi.sees(card, /asked for urgent help.*<@U04DANA> is on it/);
});

test('what a colleague says in the thread of a card stays there', async () => {
  const { ben, dana } = work;
  const card = await work.freshCard();
  expect(await dana.act({ act: 'say', channel: COMMUNITY, text: 'Do we know her?', threadTs: card.ts })).toEqual({
    ok: true,
  });
  await ben.press(card, 'Claim');
  expect(wordsOf(await ben.sees(card, /<@U02BEN> has it/))).not.toContain('Do we know her?');
});
