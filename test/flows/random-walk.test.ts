import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { MentionStatus } from '../../src/domain/mention.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { SlackTrouble } from '../../src/slack/port.ts';
import { MINUTE, TEAM } from '../helpers/builders.ts';
import { testDatabase } from '../helpers/database.ts';
import { expectDrawn } from '../helpers/drawn.ts';
import { expectTallied } from '../helpers/plain-tallies.ts';
import { type Snapshot, snapshot } from '../helpers/snapshot.ts';
import { ALL_STATUSES, mentionRow } from '../helpers/stages.ts';
import { ACTS, type ActName, DEPARTMENT, LIKELY, type Press, REPEATABLE } from '../helpers/walk-acts.ts';
import { EVENTS, type EventName, sweep } from '../helpers/walk-events.ts';
import { aWorkplace, PEOPLE, POLICIES } from '../helpers/walk-people.ts';
import { expectSound } from '../helpers/walk-rules.ts';
import { nextWorld, type World } from '../helpers/world.ts';

const database = testDatabase();
/** More of them by RUNS=…; a failure prints its seed, its path and its history. */
const numRuns = Number(process.env.RUNS ?? 16);
const STEPS = 60;

/** A walk at one moment: the world, its mention, and the rows as they were last read. */
type Walk = { world: World; mentionId: number; now: Snapshot };
type Step = { what: ActName | EventName | 'likely'; who: string; n: number };

/** What the walks came to, so that they cannot pass by doing nothing. */
const seen = { acts: 0, granted: new Set<string>(), refused: 0, statuses: new Set<MentionStatus>() };

const step = fc.record({
  what: fc.oneof(
    { weight: 5, arbitrary: fc.constant('likely' as const) },
    { weight: 3, arbitrary: fc.constantFrom(...(Object.keys(ACTS) as ActName[])) },
    { weight: 3, arbitrary: fc.constantFrom(...(Object.keys(EVENTS) as EventName[])) },
  ),
  who: fc.constantFrom(...PEOPLE),
  n: fc.nat(1_000),
});

async function take(walk: Walk, { what, who, n }: Step): Promise<void> {
  const { world, mentionId } = walk;
  const press = { world, mentionId, who, n, before: walk.now };
  world.pass(400);
  if (what === 'likely') return pressTwice(walk, ...likely(press));
  if (what in ACTS) return pressTwice(walk, what as ActName, press);
  seen.acts += 1;
  await EVENTS[what as EventName](press);
  await lookAgain(walk);
}

/** What somebody who may would do next. */
function likely(press: Press): [ActName, Press] {
  const { n, before, mentionId } = press;
  const status = before.mentions.find(({ id }) => id === mentionId)?.status ?? 'new';
  const name = LIKELY[status][n % LIKELY[status].length] ?? 'claim';
  const able = PEOPLE.filter((who) => ACTS[name].allows({ ...press, who }));
  return [name, { ...press, who: able[n % Math.max(1, able.length)] ?? press.who }];
}

/** Once, and again by an impatient finger: the same press over what stood there at first. */
async function pressTwice(walk: Walk, name: ActName, press: Press): Promise<void> {
  const first = walk.now;
  const isGranted = await pressOnce(walk, name, press);
  if (!isGranted) return;
  expect({ name, who: press.who, may: ACTS[name].allows({ ...press, before: first }) }).toMatchObject({ may: true });
  const once = walk.now;
  const isRepeated = await pressOnce(walk, name, press);
  if (isRepeated && !REPEATABLE.includes(name)) expectSame(undrawn(walk.now), undrawn(once), []);
}

/** Whether it was granted; what was refused, or failed, left every row as it was. */
async function pressOnce(walk: Walk, name: ActName, press: Press): Promise<boolean> {
  const before = walk.now;
  const outcome = await ACTS[name].go(press).catch(ifTrouble);
  await lookAgain(walk);
  const isGranted = outcome !== 'trouble' && !isRefusal(outcome);
  seen.acts += 1;
  if (isGranted) seen.granted.add(name);
  else seen.refused += 1;
  // Before a hold the votes are looked at once more: an objection that was never told may be what refuses it.
  const looked: (keyof Snapshot)[] = name === 'hold' ? ['votes', 'ballots', 'postings', 'mentions', 'reminders'] : [];
  const acted = walk.now.activity.slice(before.activity.length).filter((line) => line.person_id !== null);
  if (!isGranted) expect(acted).toEqual([]);
  if (!isGranted) expectSame(walk.now, before, looked.length > 0 ? [...looked, 'activity'] : []);
  return isGranted;
}

function ifTrouble(error: unknown): 'trouble' {
  if (error instanceof SlackTrouble) return 'trouble';
  throw error;
}

/** Without what drawing leaves in the rows, which may follow a press that changed nothing. */
function undrawn({ postings: _, activity, mentions, ...rest }: Snapshot): Snapshot {
  return {
    ...rest,
    postings: [],
    activity: activity.filter((line) => line.person_id !== null),
    mentions: mentions.map((one) => ({ ...one, first_posted_at: null, tallied: null })),
  };
}

function expectSame(now: Snapshot, before: Snapshot, but: (keyof Snapshot)[]): void {
  for (const table of Object.keys(now) as (keyof Snapshot)[])
    if (!but.includes(table)) expect({ [table]: now[table] }).toEqual({ [table]: before[table] });
}

async function lookAgain(walk: Walk): Promise<void> {
  await walk.world.settled();
  const before = walk.now;
  walk.now = await snapshot(walk.world.db);
  expectSound(before, walk.now);
  for (const { status } of walk.now.mentions) seen.statuses.add(status);
}

/** Of what follows an answer most never happens, as in a process that dies just then: the sweeps make up for it. */
function forgetful(world: World): World {
  let count = 0;
  const afterwards: World['deps']['afterwards'] = (work) => {
    count += 1;
    if (count % 5 === 0) world.deps.afterwards(work);
  };
  return { ...world, deps: { ...world.deps, afterwards } };
}

/** Slack answers again, and the clock goes on until nothing is left to do. */
async function rest({ world }: Walk): Promise<void> {
  world.pass(2 * MINUTE);
  for (let n = 0; n < 3; n++) {
    await sweep(world);
    await world.calm(3);
  }
  await world.rest();
}

test('whoever does whatever to a mention, every row stays sound and Slack shows what the rows say', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...POLICIES),
      fc.array(fc.option(step, { freq: 50 }), { minLength: STEPS, maxLength: STEPS }),
      async (policy, steps) => {
        const world = forgetful(await nextWorld(database));
        const mentionId = await aWorkplace(world, policy, DEPARTMENT);
        const walk = { world, mentionId, now: await snapshot(world.db) };
        for (const one of steps) if (one) await take(walk, one);
        await rest(walk);
        await lookAgain(walk);
        expect(await mentionRow(world, mentionId)).toMatchObject({ id: mentionId });
        expect(world.takeErrors()).toEqual([]);
        await expectTallied(world.db, TEAM);
        await expectDrawn(world);
      },
    ),
    { numRuns, endOnFailure: true },
  );
  expect(seen.acts).toBeGreaterThanOrEqual(50 * numRuns);
  expect(seen.refused).toBeGreaterThan(5 * numRuns);
  if (numRuns < 30) return;
  expect([...seen.statuses].sort()).toEqual([...ALL_STATUSES].sort());
  expect(seen.granted.size).toBeGreaterThanOrEqual(22);
}, 300_000);
