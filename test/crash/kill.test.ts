import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { PracticeMessage } from '../../practice/wire.ts';
import { type CrashWorld, openCrashWorld } from '../helpers/crash-world.ts';
import { expectSlackEqualsRows } from '../helpers/projection.ts';
import { wordsOf } from '../helpers/reading.ts';
import { until } from '../helpers/until.ts';
import { APPROVALS, COMMUNITY, calm } from '../helpers/workplace.ts';

let world: CrashWorld;

beforeEach(async () => {
  world = await openCrashWorld();
});

afterEach(() => world.close());

function cards(): Promise<PracticeMessage[]> {
  return world.ben.messages(COMMUNITY);
}

/** Waits until a card with these words is there, and that many in all. */
function cardWith(words: string, inAll: number): Promise<PracticeMessage> {
  return until(
    `there are ${inAll} cards, one of them with “${words}”`,
    async () => {
      const all = await cards();
      if (all.length < inAll) throw new Error(`There are ${all.length}.`);
      return all.find((card) => wordsOf(card).includes(words));
    },
    30,
  );
}

test('killed while it polls, keeps, posts and notes, it loses no mention and posts none twice', async () => {
  const { gate, feeds } = world;
  world.hear('alpha', ['acme one', 'acme two', 'acme three']);

  const asked = feeds.stall('alpha');
  await world.start();
  await asked;
  await world.kill();

  const served = feeds.served('alpha');
  await world.start();
  await served;
  await world.kill();

  const unheard = gate.stop('chat.postMessage', 'before');
  await world.start();
  await unheard;
  expect(await cards()).toHaveLength(0);
  await world.kill();

  for (let n = 1; n <= 2; n++) {
    const accepted = gate.stop('chat.postMessage', 'after');
    await world.start();
    await accepted;
    expect(await cards()).toHaveLength(n);
    await world.kill();
  }

  const answered = gate.answered('chat.postMessage');
  await world.start();
  await answered;
  await world.kill();

  world.hear('beta', ['acme four', 'nothing of ours', 'acme five']);
  const begun = feeds.served('beta');
  await world.start();
  await begun;
  await world.kill();

  await world.start();
  await cardWith('acme five', 5);
  await calm(world.dana);
  await world.stop();
  const said = (await cards()).map((card) => /acme \w+/.exec(wordsOf(card))?.[0]).sort();
  expect(said).toEqual(['acme five', 'acme four', 'acme one', 'acme three', 'acme two']);
  expect(world.kills).toBe(7);
  await world.withDatabase((db) => expectSlackEqualsRows(world.practice, db));
}, 120_000);

test('killed after every step of a reply, it keeps what it told people and decides the ballot right', async () => {
  const { gate, ben, chi, dana } = world;
  world.hear('alpha', ['acme one']);
  await world.start();
  const card = await cardWith('acme one', 1);

  await ben.press(card, 'Claim');
  await world.kill();
  await world.start();
  await ben.press(await ben.sees(card, /<@U02BEN> has it/), 'Draft a reply…');

  const posted = gate.stop('chat.postMessage', 'after');
  await ben.submit(await ben.modal('Draft a reply'), { 'Your reply': 'We are on it.' });
  await posted;
  await world.kill();
  await world.start();
  await ben.sees(card, /drafted a reply; 0 of 2 approvals.*go to the vote/);
  const [ballot, ...others] = await ben.messages(APPROVALS);
  if (!ballot) throw new Error('There is no ballot.');
  expect(others).toEqual([]);

  const counting = gate.stop('reactions.get', 'before');
  await chi.react(ballot, 'white_check_mark');
  await counting;
  await world.kill();
  await world.start();
  await ben.sees(ballot, /1 of 2 approvals \(<@U03CHI>\)/);

  await dana.press(ballot, 'Approve');
  await world.kill();
  const drawing = gate.stop('chat.update', 'before');
  await world.start();
  await drawing;
  await world.kill();
  const drawn = gate.stop('chat.update', 'after');
  await world.start();
  await drawn;
  await world.kill();
  await world.start();
  await ben.sees(card, /Approved by <@U03CHI> and <@U04DANA>/);
  await ben.sees(ballot, /Approved .*2 of 2 approvals/);

  await ben.press(card, 'Publish…');
  await world.kill();
  await world.start();
  await ben.sees(card, /<@U02BEN> is posting the reply/);
  await ben.closeAll();
  await ben.press(card, 'I have posted it…');
  await ben.submit(await ben.modal('I have posted it'), { 'Link to the posted reply': 'https://alpha.example/r' });
  await world.kill();
  await world.start();
  await ben.sees(card, /Answered by <@U02BEN>.*see the reply/);
  await calm(world.dana);
  await world.stop();

  expect(world.kills).toBe(8);
  await world.withDatabase(async (db) => {
    await expectSlackEqualsRows(world.practice, db);
    const votes = await db.selectFrom('votes').select(['voter_id', 'path', 'choice']).orderBy('voter_id').execute();
    expect(votes).toEqual([
      { voter_id: 'U03CHI', path: 'reaction', choice: 'approve' },
      { voter_id: 'U04DANA', path: 'button', choice: 'approve' },
    ]);
    const replies = await db.selectFrom('replies').select(['state', 'url']).execute();
    expect(replies).toEqual([{ state: 'posted', url: 'https://alpha.example/r' }]);
  });
}, 120_000);
