import { expect, test } from '@jest/globals';
import { ALL_OPEN } from '../../src/domain/queue-filter.ts';
import type { NamedPeriod } from '../../src/domain/report-asked.ts';
import { moveMention } from '../../src/flows/move-mention.ts';
import { markPosted } from '../../src/flows/publish-reply.ts';
import { listLoggable, listWatches, readStatus } from '../../src/flows/read-lists.ts';
import { readQueue as queueOf } from '../../src/flows/read-queue.ts';
import { readReport } from '../../src/flows/read-report.ts';
import { aMention, aRoom, aSource, aTeam, aWatch, MINUTE, OTHER_TEAM } from '../helpers/builders.ts';
import { BEN, CHI } from '../helpers/facts.ts';
import { aMentionIn, granted } from '../helpers/stages.ts';
import { testWorld, type World } from '../helpers/world.ts';

const world = testWorld();

const readQueue = async (deps: World['deps'], personId: string) => granted(await queueOf(deps, personId, ALL_OPEN, 0));

const countsOf = async (personId: string, period: NamedPeriod = 'week') =>
  granted(await readReport(world.deps, personId, { period, watch: null, by: null })).counts;

/** Moves the clock to this instant. */
function setClock(to: string): void {
  world.pass(Number(new Date(to)) - Number(world.now()));
}

async function aPrivateWatch(of: World) {
  const channel = aRoom(of, 'C0SECRET', { members: [CHI] });
  return aWatch(of, { name: 'Secret', channel, position: 1 });
}

/** Times are kept in buckets: right to 5 %. */
function expectAbout(actual: number | null, expected: number): void {
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(0.05 * expected + 0.1);
}

test('the queue begins with what nobody can tell the fate of, then what nobody has, the longest waiting first', async () => {
  await aTeam(world);
  const unknown = await aMentionIn(world, 'unknown');
  const claimed = await aMentionIn(world, 'claimed');
  const older = await aMentionIn(world, 'new');
  world.pass(MINUTE);
  const newer = await aMention(world);
  for (const status of ['answered', 'dismissed'] as const) await aMentionIn(world, status);
  const { lines, total } = await readQueue(world.deps, BEN);
  expect(lines.map(({ id }) => id)).toEqual([unknown, older, newer, claimed]);
  expect(total).toBe(4);
});

test('what is said in a private channel is in nobody’s list but its members’', async () => {
  await aTeam(world);
  const watch = await aPrivateWatch(world);
  await aMention(world, { watch });
  for (const [person, seen] of [
    [BEN, 0],
    [CHI, 1],
  ] as const) {
    expect((await readQueue(world.deps, person)).total).toBe(seen);
    expect((await countsOf(person, 'today')).mentions).toBe(seen);
    expect(await listWatches(world.deps, person)).toHaveLength(seen);
    expect(await listLoggable(world.deps, person)).toHaveLength(seen);
  }
  expect((await readQueue({ ...world.deps, teamId: await aTeam(world, { id: OTHER_TEAM }) }, CHI)).total).toBe(0);
});

test('a person in no channel at all sees empty lists, not everything', async () => {
  await aTeam(world);
  await aMention(world);
  world.slack.rooms.clear();
  expect(await readQueue(world.deps, BEN)).toMatchObject({ lines: [], total: 0 });
  expect((await countsOf(BEN)).mentions).toBe(0);
});

test('the report counts this local day and this week from Monday on, also when the clocks change', async () => {
  setClock('2026-10-25T22:30:00Z');
  await aTeam(world, { timezone: 'Europe/Berlin' });
  // 25 October 2026 is 25 hours long in Berlin: from 22:00 UTC the day before to 23:00 UTC.
  const times = ['2026-10-18T21:59:59Z', '2026-10-18T22:00:00Z', '2026-10-24T21:59:59Z', '2026-10-24T22:00:00Z'];
  for (const at of [...times, '2026-10-25T22:29:00Z']) await aMention(world, { at: new Date(at) });
  const found = async () => [(await countsOf(BEN, 'today')).mentions, (await countsOf(BEN)).mentions];
  expect(await found()).toEqual([2, 4]);
  setClock('2026-10-25T23:00:00Z');
  expect(await found()).toEqual([0, 0]);
});

test('response times run from the card to the first claim and to the answer, and leave backfill out', async () => {
  await aTeam(world);
  for (const minutes of [10, 20, 60]) {
    const id = await aMentionIn(world, 'new');
    world.pass(minutes * MINUTE);
    granted(await moveMention(world.deps, { mentionId: id, personId: BEN, move: 'claim' }));
    await world.settled();
  }
  const old = await aMention(world, { backfilled: true });
  await world.calm(2);
  world.pass(1_000 * MINUTE);
  granted(await moveMention(world.deps, { mentionId: old, personId: BEN, move: 'claim' }));
  granted(await moveMention(world.deps, { mentionId: old, personId: BEN, move: 'release' }));
  const week = await countsOf(BEN);
  expect(week).toMatchObject({ mentions: 4, claimed: 4, answered: 0, toClaim: { measured: 3 } });
  expectAbout(week.toClaim.medianMinutes, 20);
  expect(week.toReply.medianMinutes).toBeNull();
});

test('a release does not make the first claim later, and an answer is timed from the card', async () => {
  await aTeam(world);
  const id = await aMentionIn(world, 'claimed');
  granted(await moveMention(world.deps, { mentionId: id, personId: BEN, move: 'release' }));
  world.pass(60 * MINUTE);
  granted(await moveMention(world.deps, { mentionId: id, personId: CHI, move: 'claim' }));
  await world.settled();
  expect((await countsOf(BEN)).toClaim.medianMinutes).toBeLessThan(2);
  const answered = await aMentionIn(world, 'sending');
  world.pass(30 * MINUTE);
  granted(await markPosted(world.deps, { mentionId: answered, personId: BEN, url: null }));
  await world.settled();
  expectAbout((await countsOf(BEN)).toReply.medianMinutes, 30);
});

test('the status names each source with its watches, and how much work waits', async () => {
  await aTeam(world);
  const watch = await aWatch(world);
  const other = await aWatch(world, { name: 'Jobs', position: 1 });
  await aSource(world, [watch, other], { url: 'https://feeds.example/a' });
  await aSource(world, [other], { url: 'https://feeds.example/b' });
  await aMention(world, { watch });
  const status = await readStatus(world.deps);
  expect(status.sources.map(({ name, watches }) => [name, watches])).toEqual([
    ['https://feeds.example/a', ['Acme', 'Jobs']],
    ['https://feeds.example/b', ['Jobs']],
  ]);
  expect(status.due).toEqual({ drawings: 1, polls: 2, recounts: 0 });
});
