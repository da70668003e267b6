import { beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { lockMention } from '../../src/db/mentions.ts';
import { keepCountsOf } from '../../src/db/tallies.ts';
import { daysToCheck } from '../../src/domain/tally-days.ts';
import { checkTallies } from '../../src/flows/check-tallies.ts';
import { moveMention } from '../../src/flows/move-mention.ts';
import { aMention, aTeam, aWatch, MINUTE, TEAM } from '../helpers/builders.ts';
import { BEN, NOW } from '../helpers/facts.ts';
import { expectTallied, keptTallies } from '../helpers/plain-tallies.ts';
import { aMentionIn, granted } from '../helpers/stages.ts';
import { aWorld, testWorld } from '../helpers/world.ts';

const world = testWorld();
const DAY = 24 * 60 * MINUTE;

beforeEach(async () => {
  await aTeam(world);
  await aWatch(world);
});

test('what is right is left alone', async () => {
  await aMentionIn(world, 'answered');
  const before = await keptTallies(world.db, TEAM);
  expect(await checkTallies(world.deps)).toBe(0);
  expect(await keptTallies(world.db, TEAM)).toEqual(before);
});

test.each<[string, () => Promise<unknown>]>([
  ['counts too much', () => sql`update tallies set count = count + 7 where measure = 'tone'`.execute(world.db)],
  ['counts too little', () => sql`update tallies set count = 0 where measure = 'mentions'`.execute(world.db)],
  ['has lost its counts', () => sql`delete from tallies`.execute(world.db)],
  [
    'counts what never was',
    () =>
      sql`insert into tallies select team_id, day, watch_id, network, 'tone', 'joyful', 3 from tallies limit 1`.execute(
        world.db,
      ),
  ],
  ['was changed behind its back', () => sql`update mentions set tone = 'positive', status = 'new'`.execute(world.db)],
  ['says that it is counted and is not', () => sql`delete from tallies where measure like 'to_%'`.execute(world.db)],
  ['lost a mention without a word', () => sql`delete from mentions where id = 1`.execute(world.db)],
])('a day that %s is repaired, and then stays as it is', async (_, spoil) => {
  await aMentionIn(world, 'answered', { judged: { tone: 'negative' } });
  await aMention(world, { at: new Date(+NOW - DAY), judged: { tone: 'neutral' } });
  await world.rest();
  await spoil();
  expect(await checkTallies(world.deps)).toBeGreaterThan(0);
  await expectTallied(world.db, TEAM);
  expect(await checkTallies(world.deps)).toBe(0);
});

test('two replicas that check at once do not repair twice', async () => {
  for (let n = 0; n < 5; n++) await aMention(world);
  await world.rest();
  await sql`update tallies set count = count + 3`.execute(world.db);
  const replica = aWorld(world, world);
  await Promise.all([checkTallies(world.deps), checkTallies(replica.deps), checkTallies(world.deps)]);
  await expectTallied(world.db, TEAM);
});

test('people who work while a day is repaired are counted too', async () => {
  const ids: number[] = [];
  for (let n = 0; n < 8; n++) ids.push(await aMention(world));
  await world.rest();
  await sql`update tallies set count = count + 3`.execute(world.db);
  await Promise.all([
    checkTallies(world.deps),
    ...ids.map((mentionId) => moveMention(world.deps, { mentionId, personId: BEN, move: 'claim' })),
  ]);
  await world.settled();
  await expectTallied(world.db, TEAM);
});

test('a day whose rows were dropped for their age keeps its counts', async () => {
  const id = await aMentionIn(world, 'answered');
  await aMention(world);
  const before = await keptTallies(world.db, TEAM);
  await world.db.transaction().execute(async (trx) => {
    await lockMention(trx, TEAM, id);
    await keepCountsOf(trx, TEAM, [id]);
    await trx.deleteFrom('mentions').where('id', '=', id).execute();
  });
  expect(await checkTallies(world.deps)).toBe(0);
  const after = await keptTallies(world.db, TEAM);
  expect(Object.keys(after).filter((name) => !(name in before))).toEqual(['2026-11-23|1|rss|dropped|']);
  expect(after).toMatchObject(before);
});

test('mentions that are older than the tallies are counted at the first look', async () => {
  for (let days = 0; days < 5; days++) await aMention(world, { at: new Date(+NOW - days * DAY) });
  await sql`update mentions set tallied = null`.execute(world.db);
  await sql`delete from tallies`.execute(world.db);
  await checkTallies(world.deps);
  await expectTallied(world.db, TEAM);
});

test('when the team changes its zone or its hours, the past follows day by day', async () => {
  const ids: number[] = [];
  for (let days = 0; days < 5; days++) ids.push(await aMention(world, { at: new Date(+NOW - days * DAY) }));
  await world.rest();
  world.pass(13 * 60 * MINUTE);
  for (const mentionId of ids) granted(await moveMention(world.deps, { mentionId, personId: BEN, move: 'claim' }));
  await world.rest();
  const officeHours = JSON.stringify({ days: [1], fromMinute: 0, toMinute: 20 * 60 });
  await world.db.updateTable('teams').set({ timezone: 'Pacific/Kiritimati', office_hours: officeHours }).execute();
  for (let n = 0; n < 8; n++) {
    await checkTallies(world.deps);
    world.pass(10 * MINUTE);
  }
  await expectTallied(world.db, TEAM);
});

test('every day gets its turn, the last two at every look', () => {
  const looks = Array.from({ length: 30 }, (_, n) => new Date(+NOW + n * 10 * MINUTE));
  const checked = looks.map((now) => daysToCheck('2026-10-25', '2026-11-23', now));
  expect(new Set(checked.flat()).size).toBe(30);
  for (const days of checked) expect(days.slice(0, 2)).toEqual(['2026-11-23', '2026-11-22']);
  expect(daysToCheck('2026-11-23', '2026-11-23', NOW)).toEqual(['2026-11-23']);
  expect(daysToCheck('2026-11-24', '2026-11-23', NOW)).toEqual([]);
});
