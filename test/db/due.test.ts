import { expect, test } from '@jest/globals';
import { fail, lease, MAX_TRIES, pauseMs, postpone, revive, settle } from '../../src/db/due.ts';
import { testDatabase } from '../helpers/database.ts';

const database = testDatabase();
const now = new Date('2026-11-22T12:00:00Z');
const wanted = { teamId: 'T1', now, limit: 10, leaseMs: 30_000 };

async function someSources(count: number, dueAt: Date | null = now) {
  await database.db.insertInto('teams').values({ id: 'T1', name: 'Acme' }).execute();
  await database.db
    .insertInto('sources')
    .values(
      Array.from({ length: count }, (_, n) => ({
        team_id: 'T1',
        network: 'rss',
        source_key: `feed ${n}`,
        settings: '{}',
        name: `feed ${n}`,
        every_ms: 60_000,
        due_at: dueAt,
      })),
    )
    .execute();
}

test('a row that is not due, or of another team, is not leased', async () => {
  await someSources(1, new Date(+now + 1));
  expect(await lease(database.db, 'sources', wanted)).toEqual([]);
  expect(await lease(database.db, 'sources', { ...wanted, teamId: 'T2', now: new Date(+now + 5) })).toEqual([]);
});

test('a leased row is nobody else’s until it is settled', async () => {
  await someSources(2);
  const mine = await lease(database.db, 'sources', wanted);
  expect(mine).toHaveLength(2);
  expect(await lease(database.db, 'sources', wanted)).toEqual([]);
  for (const row of mine) await settle(database.db, 'sources', row, { due_at: now });
  expect(await lease(database.db, 'sources', wanted)).toHaveLength(2);
});

test('many workers at once never lease the same row', async () => {
  await someSources(40);
  const batches = await Promise.all(
    Array.from({ length: 20 }, () => lease(database.db, 'sources', { ...wanted, limit: 3 })),
  );
  const ids = batches.flat().map((row) => row.id);
  expect(ids).toHaveLength(40);
  expect(new Set(ids).size).toBe(40);
});

test('a lease that has run out is taken over, and its first holder can no longer settle', async () => {
  await someSources(1);
  const [first] = await lease(database.db, 'sources', { ...wanted, leaseMs: -1 });
  const [second] = await lease(database.db, 'sources', wanted);
  if (!first || !second) throw new Error('both should have leased');
  expect(await settle(database.db, 'sources', first, { due_at: null })).toBe(false);
  expect(await settle(database.db, 'sources', second, { due_at: null })).toBe(true);
});

test('five failures of a row make it dead, and reviving makes it due again', async () => {
  await someSources(1);
  let at = now;
  for (let n = 1; n <= MAX_TRIES; n++) {
    const [row] = await lease(database.db, 'sources', { ...wanted, now: at });
    if (!row) throw new Error(`not leased before failure ${n}`);
    await fail(database.db, 'sources', row, 'bad blocks', at);
    at = new Date(+at + 3_600_000 * 2);
  }
  expect(await lease(database.db, 'sources', { ...wanted, now: at })).toEqual([]);
  expect(await revive(database.db, 'sources', 'T2', 1, at)).toBe(false);
  expect(await revive(database.db, 'sources', 'T1', 1, at)).toBe(true);
  expect(await lease(database.db, 'sources', { ...wanted, now: at })).toHaveLength(1);
});

test('postponing does not count as a failure', async () => {
  await someSources(1);
  const [row] = await lease(database.db, 'sources', wanted);
  if (!row) throw new Error('not leased');
  await postpone(database.db, 'sources', row, new Date(+now + 5_000), 'Slack asked for silence');
  const after = await database.db.selectFrom('sources').selectAll().executeTakeFirstOrThrow();
  expect(after).toMatchObject({ tries: 0, due_at: new Date(+now + 5_000), lease_token: null });
});

test('pauses grow and stay within an hour', () => {
  expect([1, 2, 3, 20].map((tries) => pauseMs(tries, 0.5))).toEqual([10_000, 20_000, 40_000, 3_600_000]);
});
