import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from '../../src/domain/refusal.ts';
import { castVote, noticeReaction } from '../../src/flows/cast-vote.ts';
import { recountDue } from '../../src/flows/recount-ballot.ts';
import {
  begin,
  EMOJI,
  electorate,
  type Known,
  mayVote,
  openBallot,
  PEOPLE,
  type Rule,
  reactionsNow,
  storedVotes,
  TALK,
  truth,
  welcomeBack,
} from '../helpers/ballot-truth.ts';
import { MINUTE } from '../helpers/builders.ts';
import { testDatabase } from '../helpers/database.ts';
import { ANA, BEN, CHI, DANA } from '../helpers/facts.ts';
import { ballotRow, mentionRow } from '../helpers/stages.ts';
import { nextWorld, type World } from '../helpers/world.ts';

const database = testDatabase();

/** Many histories share a world: that is much faster than a world for each. */
const PER_WORLD = 100;
let shared: World | undefined;
let histories = 0;

async function theWorld(): Promise<World> {
  if (!shared || histories % PER_WORLD === 0) shared = await electorate(await nextWorld(database));
  histories += 1;
  return shared;
}

/** More of them by RUNS=…; a failure prints its seed and its shortest history. */
const numRuns = Number(process.env.RUNS ?? 200);

const person = fc.oneof(fc.constantFrom(...PEOPLE), fc.constantFrom(ANA, CHI, DANA));
const emoji = fc.constantFrom(...EMOJI, ...EMOJI, ...TALK);
const delivery = fc.constantFrom('at once', 'twice', 'later', 'never');
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('react' as const), person, emoji, delivery }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('unreact' as const), person, emoji, delivery }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('press' as const),
      person,
      choice: fc.constantFrom('approve' as const, 'object' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('deliver' as const), n: fc.nat(10) }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('recount' as const), afterMs: fc.constantFrom(0, 500, 1_500, 6 * MINUTE) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), person: fc.constantFrom(ANA, CHI) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('edit' as const, 'close' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const rule = fc.record({
  votes: fc.integer({ min: 1, max: 3 }),
  objections: fc.integer({ min: 1, max: 2 }),
  approvers: fc.constantFrom<Rule['approvers'][]>(
    'everyone',
    'everyone',
    [ANA, CHI, BEN, 'U0GUEST'],
    [ANA, CHI, 'S0GROUP'],
  ),
});

async function deliver(known: Known, how: string, name: string): Promise<void> {
  const event = () => noticeReaction(known.world.deps, known.at, name);
  if (how === 'at once' || how === 'twice') await event();
  if (how === 'twice') await event();
  if (how === 'later') known.undelivered.push(event);
}

async function go(known: Known, step: Step): Promise<Known> {
  const { world, at } = known;
  switch (step.do) {
    case 'react':
      if (step.emoji.startsWith('octagonal_sign')) known.everObjected.add(step.person);
      world.slack.react(at, step.person, step.emoji);
      await deliver(known, step.delivery, step.emoji);
      break;
    case 'unreact':
      for (const name of [...EMOJI, ...TALK]) {
        if (name.split('::')[0] === step.emoji.split('::')[0]) world.slack.unreact(at, step.person, name);
      }
      await deliver(known, step.delivery, step.emoji);
      break;
    case 'press': {
      const { ballotId } = known;
      const outcome = await castVote(world.deps, { ballotId, personId: step.person, choice: step.choice });
      if (!isRefusal(outcome)) known.buttons.set(step.person, step.choice);
      if (step.choice === 'object') known.everObjected.add(step.person);
      if (!mayVote(known, step.person)) expect(isRefusal(outcome)).toBe(true);
      break;
    }
    case 'deliver':
      await known.undelivered.splice(step.n % Math.max(1, known.undelivered.length), 1)[0]?.();
      break;
    case 'recount':
      world.pass(step.afterMs);
      await recountDue(world.deps);
      break;
    case 'leave':
      known.gone.add(step.person);
      world.slack.describe(step.person, { isDeleted: true });
      await world.db
        .updateTable('people')
        .set({ fetched_at: new Date(0) })
        .where('id', '=', step.person)
        .execute();
      break;
    case 'close':
      world.pass(61 * MINUTE);
      break;
    case 'edit':
      if (['claimed', 'voting', 'approved'].includes((await mentionRow(world, known.mentionId)).status))
        return edit(known);
  }
  return known;
}

async function edit(known: Known): Promise<Known> {
  const { id: before, status } = await ballotRow(known.world, known.mentionId);
  const votes = await storedVotes(known);
  const next = await openBallot(known);
  const after = await known.world.db
    .selectFrom('ballots')
    .selectAll()
    .where('id', '=', before)
    .executeTakeFirstOrThrow();
  expect(after.status).toBe(['open', 'approved'].includes(status) ? 'void' : status);
  expect(await storedVotes(known)).toEqual(votes);
  expect(await storedVotes(next)).toEqual([]);
  return next;
}

/** After each step: was anything decided, and if so, rightly? */
async function check(known: Known, before: string): Promise<string> {
  const { world, mentionId, rule } = known;
  const ballot = await ballotRow(world, mentionId);
  const { status } = await mentionRow(world, mentionId);
  const now = truth(known);
  const statusOf = { open: 'voting', approved: 'approved', rejected: 'claimed', lapsed: 'claimed', void: 'claimed' };
  expect({ ballot: ballot.status, mention: status }).toEqual({
    ballot: ballot.status,
    mention: statusOf[ballot.status],
  });
  if (ballot.status === before) return before;
  if (ballot.status === 'approved') {
    expect(now.approvals >= rule.votes && now.objections < rule.objections).toBe(true);
    known.approvedBy = await storedVotes(known);
  }
  if (ballot.status === 'rejected') expect(now.objections).toBeGreaterThanOrEqual(rule.objections);
  if (ballot.status === 'lapsed') {
    expect(world.now() >= ballot.closes_at && now.approvals < rule.votes && now.objections < rule.objections).toBe(
      true,
    );
  }
  return ballot.status;
}

/** Everybody who reacts with a vote that does not count, at the moment of a recount. */
function noteUncounted(known: Known): void {
  for (const id of reactionsNow(known).keys()) if (!mayVote(known, id) && id !== 'U0BOT2') known.mustBeTold.add(id);
}

/** The last hint, and one last recount of what still matters. */
async function finish(known: Known): Promise<void> {
  const { world, mentionId, ballotId, rule } = known;
  await noticeReaction(world.deps, known.at, 'octagonal_sign');
  world.pass(1_500);
  const before = await ballotRow(world, mentionId);
  if (['open', 'approved'].includes(before.status)) noteUncounted(known);
  await recountDue(world.deps);
  await check(known, before.status);
  await world.settled();
  const ballot = await ballotRow(world, mentionId);
  const now = truth(known);
  if (before.status === 'open') expect(await storedVotes(known)).toEqual(now.votes);
  if (ballot.status === 'open') {
    expect(now.approvals < rule.votes && now.objections < rule.objections && world.now() < ballot.closes_at).toBe(true);
  }
  if (ballot.status === 'approved') {
    expect(now.objections).toBeLessThan(rule.objections);
    const standing = known.approvedBy.filter((vote) => !known.everObjected.has(vote.split(' ')[0] ?? ''));
    expect(await storedVotes(known)).toEqual(expect.arrayContaining(standing));
    const text = await world.db
      .selectFrom('drafts')
      .selectAll()
      .where('id', '=', ballot.draft_id)
      .executeTakeFirstOrThrow();
    expect(ballot.text_hash).toBe(text.text_hash);
  }
  for (const id of PEOPLE) {
    const told = world.slack.whispers.filter((one) => one.person === id).length;
    expect({ id, told: told <= known.ballots, asMust: told > 0 || !known.mustBeTold.has(id) }).toEqual({
      id,
      told: true,
      asMust: true,
    });
  }
  expect(ballot.id).toBe(ballotId);
  await welcomeBack(known);
  await world.db.deleteFrom('mentions').where('id', '=', mentionId).execute();
  expect(world.takeErrors()).toEqual([]);
}

test('whatever happens to reactions, presses and events, the recount finds the truth and decides by the rule', async () => {
  await fc.assert(
    fc.asyncProperty(rule, fc.array(step, { maxLength: 16 }), async (asked, steps) => {
      const world = await theWorld();
      let known = await begin(world, asked);
      let status = 'open';
      for (const one of steps) {
        const { ballotId } = known;
        if (one.do === 'recount') noteUncountedIfDue(known, status, one.afterMs);
        known = await go(known, one);
        if (known.ballotId !== ballotId) status = 'open';
        if (one.do !== 'press' && one.do !== 'recount') continue;
        await known.world.settled();
        status = await check(known, status);
      }
      await finish(known);
    }),
    { numRuns },
  );
}, 600_000);

/** A hint is gathered for a second, so only what is surely due is counted on here. */
function noteUncountedIfDue(known: Known, status: string, afterMs: number): void {
  if (status === 'open' && afterMs > 5 * MINUTE) noteUncounted(known);
}
