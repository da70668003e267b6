import { beforeEach, expect, test } from '@jest/globals';
import { castVote, noticeReaction } from '../../src/flows/cast-vote.ts';
import { recountDue } from '../../src/flows/recount-ballot.ts';
import { aTeam, aWatch, MINUTE } from '../helpers/builders.ts';
import { ANA, BEN, CHI, DANA } from '../helpers/facts.ts';
import { aMentionIn, ballotPlace, ballotRow, granted, mentionRow } from '../helpers/stages.ts';
import { voting, YES } from '../helpers/voting.ts';
import { testWorld } from '../helpers/world.ts';

const world = testWorld();
beforeEach(() => aTeam(world));

const { react, recount, press } = voting(world);
const statusOf = async (id: number) => (await mentionRow(world, id)).status;

test('a reaction that no event told of is found by the recount that comes anyway', async () => {
  const id = await aMentionIn(world, 'voting');
  const at = await ballotPlace(world, id);
  for (const person of [ANA, CHI]) world.slack.react(at, person, YES);
  await recount();
  expect(await statusOf(id)).toBe('voting');
  world.pass(5 * MINUTE);
  await recount();
  expect(await statusOf(id)).toBe('approved');
});

test('a vote that arrives while a recount is under way is counted by the next one', async () => {
  const id = await aMentionIn(world, 'voting');
  const at = await ballotPlace(world, id);
  await react(id, ANA);
  let release = () => {};
  const slow = new Promise<void>((done) => {
    release = done;
  });
  world.slack.fail('person', { slow });
  world.pass(1_500);
  const counting = recountDue(world.deps);
  while (!world.slack.calls.some(({ method }) => method === 'reactions')) await new Promise(setImmediate);
  world.slack.react(at, CHI, YES);
  await noticeReaction(world.deps, at, YES);
  granted(await press(id, DANA, 'approve'));
  release();
  await counting;
  await recount();
  expect(await statusOf(id)).toBe('approved');
  expect((await world.db.selectFrom('votes').selectAll().execute()).map((vote) => vote.voter_id).sort()).toEqual([
    ANA,
    CHI,
    DANA,
  ]);
});

test('a recount whose lease was taken over decides nothing by what it read before', async () => {
  const id = await aMentionIn(world, 'voting');
  const at = await ballotPlace(world, id);
  for (const person of [ANA, CHI]) await react(id, person);
  let release = () => {};
  const slow = new Promise<void>((done) => {
    release = done;
  });
  // The second look at the reactions is over before the persons are asked for.
  world.slack.fail('person', { slow });
  world.pass(1_500);
  await world.db
    .updateTable('people')
    .set({ fetched_at: new Date(0) })
    .execute();
  const late = recountDue(world.deps);
  while (!world.slack.calls.some(({ method }) => method === 'reactions')) await new Promise(setImmediate);
  await world.db
    .updateTable('ballots')
    .set({ lease_until: new Date(0) })
    .execute();
  world.slack.unreact(at, ANA, YES);
  world.slack.unreact(at, CHI, YES);
  await recount();
  await world.db.updateTable('ballots').set({ lease_token: crypto.randomUUID() }).execute();
  release();
  await late;
  expect(await statusOf(id)).toBe('voting');
  expect(await world.db.selectFrom('votes').selectAll().execute()).toEqual([]);
});

test('one whisper that Slack refuses keeps nobody else from being told', async () => {
  const id = await aMentionIn(world, 'voting');
  world.slack.describe('U0GUEST', { isGuest: true });
  await react(id, BEN);
  await react(id, 'U0GUEST');
  world.slack.fail('whisper', 'lost before');
  await recount();
  expect(world.slack.whispers.map(({ person }) => person)).toEqual(['U0GUEST']);
});

test('a user group is asked for once a count, however many people vote', async () => {
  await aWatch(world, { approval: { votes: 9, objections: 1, windowMs: MINUTE * 60, approvers: ['S0GROUP'] } });
  const id = await aMentionIn(world, 'voting');
  const people = Array.from({ length: 12 }, (_, n) => `U0${n}`);
  world.slack.groups.set('S0GROUP', people.slice(0, 8));
  for (const person of people) await react(id, person);
  const before = world.slack.calls.filter(({ method }) => method === 'groupMembers').length;
  await recount();
  expect(world.slack.calls.filter(({ method }) => method === 'groupMembers')).toHaveLength(before + 1);
  expect(await world.db.selectFrom('votes').selectAll().execute()).toHaveLength(8);
});

test('a recount that Slack puts off is done later and counts against nobody', async () => {
  const id = await aMentionIn(world, 'voting');
  for (const person of [ANA, CHI]) await react(id, person);
  world.slack.fail('reactions', { limited: 60_000 }, 'lost before');
  await recount();
  world.pass(57_000);
  await recount();
  expect(world.slack.calls.filter(({ method }) => method === 'reactions')).toHaveLength(1);
  for (let n = 0; n < 2; n++) {
    world.pass(5_000);
    await recount();
  }
  expect(await statusOf(id)).toBe('approved');
  expect(await ballotRow(world, id)).toMatchObject({ tries: 0, dead_at: null });
});

test('a recount that fails by itself stops no other ballot', async () => {
  const [first, second] = [await aMentionIn(world, 'voting'), await aMentionIn(world, 'voting')];
  await world.settled();
  await world.calm(3);
  for (const id of [first, second]) for (const person of [ANA, CHI]) await react(id, person);
  const poison = await ballotPlace(world, first);
  const weather = world.slack.reactions;
  world.slack.reactions = (at) => (at.ts === poison.ts ? Promise.reject(new TypeError('poison')) : weather(at));
  await recount();
  expect([await statusOf(first), await statusOf(second)]).toEqual(['voting', 'approved']);
  expect(world.takeErrors()).toHaveLength(1);
});

test('when the ballot’s message is gone, what was counted before still stands', async () => {
  const id = await aMentionIn(world, 'voting');
  await react(id, ANA);
  await recount();
  world.slack.deleteByHand(await ballotPlace(world, id));
  world.pass(5 * MINUTE);
  await recount();
  expect(await world.db.selectFrom('votes').selectAll().execute()).toMatchObject([{ voter_id: ANA }]);
  granted(await press(id, CHI, 'approve'));
  expect(await statusOf(id)).toBe('approved');
});

test('of fifty approvals at once ten are enough, and the ballot is approved exactly once', async () => {
  await aWatch(world, { approval: { votes: 10, objections: 1, windowMs: MINUTE * 60, approvers: 'everyone' } });
  const id = await aMentionIn(world, 'voting');
  const { id: ballotId } = await ballotRow(world, id);
  const people = Array.from({ length: 50 }, (_, n) => `U0${n}`);
  await Promise.all(people.map((personId) => castVote(world.deps, { ballotId, personId, choice: 'approve' })));
  await world.settled();
  await recount();
  expect(await statusOf(id)).toBe('approved');
  expect(await world.db.selectFrom('activity').selectAll().where('act', '=', 'approve').execute()).toHaveLength(1);
  const votes = await world.db.selectFrom('votes').selectAll().execute();
  expect(votes.length).toBeGreaterThanOrEqual(10);
});
