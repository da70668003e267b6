import { beforeEach, expect, test } from '@jest/globals';
import { isRefusal } from '../../src/domain/refusal.ts';
import { castVote } from '../../src/flows/cast-vote.ts';
import { moveMention } from '../../src/flows/move-mention.ts';
import { giveBack, HOLD_MS, holdReply, lapseHolds, markPosted } from '../../src/flows/publish-reply.ts';
import { refusalSentence } from '../../src/views/copy.ts';
import { aTeam, GEN } from '../helpers/builders.ts';
import { ANA, BEN, DANA } from '../helpers/facts.ts';
import { aMentionIn, ballotRow, draft, granted, mentionRow } from '../helpers/stages.ts';
import { testWorld } from '../helpers/world.ts';

const world = testWorld();
beforeEach(() => aTeam(world, { managers: [DANA] }));

const hold = (mentionId: number, personId = BEN) => holdReply(world.deps, { mentionId, personId });
const posted = (mentionId: number, url: string | null = null, personId = BEN) =>
  markPosted(world.deps, { mentionId, personId, url });
const back = (mentionId: number, personId = BEN) => giveBack(world.deps, { mentionId, personId });
const replies = () => world.db.selectFrom('replies').selectAll().orderBy('id').execute();
const statusOf = async (id: number) => (await mentionRow(world, id)).status;

test('who publishes first holds the reply for 15 minutes; a second is refused by name and time', async () => {
  const id = await aMentionIn(world, 'approved');
  const held = granted(await hold(id));
  expect(Number(held.heldUntil) - Number(world.now())).toBe(HOLD_MS);
  expect(granted(await hold(id)).heldUntil).toEqual(held.heldUntil);
  const refused = await hold(id, DANA);
  expect(refused).toEqual({ refusal: 'held', by: BEN, until: held.heldUntil });
  expect(isRefusal(refused) && refusalSentence(refused)).toMatch(/<@U0BEN> is posting the reply and has it until/);
  expect(await replies()).toHaveLength(1);
});

test('while the reply is held nobody edits, releases or dismisses', async () => {
  const id = await aMentionIn(world, 'sending');
  expect(await draft(world, id, { text: 'Quite another text' })).toMatchObject({ refusal: 'wrong_status' });
  for (const move of ['release', 'dismiss', 'claim'] as const) {
    expect(isRefusal(await moveMention(world.deps, { mentionId: id, personId: DANA, move }))).toBe(true);
  }
});

test('what was posted is kept with its link and the hash that was voted on', async () => {
  const id = await aMentionIn(world, 'sending');
  granted(await posted(id, ' https://blog.example/answer#1 '));
  const { text_hash: hash } = await ballotRow(world, id);
  expect(await replies()).toMatchObject([
    { state: 'posted', posted_by: BEN, url: 'https://blog.example/answer#1', text_hash: hash },
  ]);
  expect(await mentionRow(world, id)).toMatchObject({ status: 'answered', answered_by: BEN });
  await world.rest();
  expect(world.slack.shown(GEN)[0]?.message.text).toContain('Answered by');
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'not a link', 'ftp://a.example/x', ''])(
  'the link %j is refused, and the reply stays held',
  async (url) => {
    const id = await aMentionIn(world, 'sending');
    expect(await posted(id, url)).toEqual({ refusal: 'bad_link' });
    expect(await statusOf(id)).toBe('sending');
    granted(await posted(id));
  },
);

test('a reply that is given back stands approved, and somebody else may take it', async () => {
  const id = await aMentionIn(world, 'sending');
  granted(await back(id));
  expect(await statusOf(id)).toBe('approved');
  granted(await hold(id, DANA));
  expect((await replies()).map(({ state, held_by: by }) => [state, by])).toEqual([
    ['returned', BEN],
    ['held', DANA],
  ]);
});

test('a hold that ran out without a word is unknown, asks in the thread, and a person decides either way', async () => {
  for (const decide of [posted, back]) {
    const id = await aMentionIn(world, 'sending');
    world.pass(HOLD_MS - 2_000);
    expect(await lapseHolds(world.deps)).toBe(0);
    world.pass(2_000);
    expect(await lapseHolds(world.deps)).toBe(1);
    expect(await statusOf(id)).toBe('unknown');
    expect(isRefusal(await hold(id))).toBe(true);
    await world.rest();
    expect(
      world.slack
        .shown(GEN)
        .filter(({ threadTs }) => threadTs)
        .at(-1)?.message.text,
    ).toContain('did you post');
    granted(await decide(id));
    expect(await statusOf(id)).toBe(decide === posted ? 'answered' : 'approved');
  }
});

test('a hold that ends well before its time is never lapsed', async () => {
  const id = await aMentionIn(world, 'sending');
  granted(await posted(id));
  world.pass(HOLD_MS + 1_000);
  expect(await lapseHolds(world.deps)).toBe(0);
  expect(await statusOf(id)).toBe('answered');
});

test('of thirty people who publish and mark at once one holds and one marks, and one reply is posted', async () => {
  const id = await aMentionIn(world, 'approved');
  const people = Array.from({ length: 30 }, (_, n) => (n % 2 === 0 ? BEN : DANA));
  const holds = await Promise.all(people.map((personId) => hold(id, personId)));
  const holders = holds.flatMap((one, n) => (isRefusal(one) ? [] : [people[n]]));
  expect(new Set(holders).size).toBe(1);
  expect(await replies()).toHaveLength(1);
  const marks = await Promise.all(people.map((personId) => posted(id, null, personId)));
  expect(marks.filter((one) => !isRefusal(one))).toHaveLength(1);
  expect((await replies()).filter(({ state }) => state === 'posted')).toHaveLength(1);
  const lines = await world.db.selectFrom('activity').selectAll().where('act', 'in', ['hold', 'mark_posted']).execute();
  expect(lines).toHaveLength(2);
});

test('a hold and an objection at once: either the reply is held, or the objection has stopped it', async () => {
  for (let round = 0; round < 8; round++) {
    const id = await aMentionIn(world, 'approved');
    const { id: ballotId } = await ballotRow(world, id);
    const [held, vote] = await Promise.all([
      hold(id),
      castVote(world.deps, { ballotId, personId: ANA, choice: 'object' }),
    ]);
    await world.settled();
    expect(isRefusal(held)).not.toBe(isRefusal(vote));
    expect(await statusOf(id)).toBe(isRefusal(held) ? 'claimed' : 'sending');
  }
});

test('a draft is posted once for ever: after reopening only another text can go out', async () => {
  const id = await aMentionIn(world, 'answered');
  granted(await moveMention(world.deps, { mentionId: id, personId: BEN, move: 'reopen', reason: 'They wrote again' }));
  granted(await moveMention(world.deps, { mentionId: id, personId: BEN, move: 'claim' }));
  expect(isRefusal(await hold(id))).toBe(true);
  expect(isRefusal(await posted(id))).toBe(true);
  expect((await replies()).map(({ state }) => state)).toEqual(['posted']);
});
