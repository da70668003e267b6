import { randomUUID } from 'node:crypto';
import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Database, Db } from './schema.ts';
import type { DueColumns } from './tables/columns.ts';

/** The tables whose rows are also the queue of their own work. */
export type DueTable = {
  [T in keyof Database]: Database[T] extends DueColumns ? T : never;
}[keyof Database];

/** A row that this process alone may work on until the lease ends. */
export type Leased<T extends DueTable> = Selectable<Database[T]> & LeasedRow;
type LeasedRow = { id: number; due_at: Date; tries: number; lease_token: string };

type Wanted = {
  teamId: string;
  /** Business time: rows due at or before it. */
  now: Date;
  limit: number;
  /** Must outlive the work, or somebody else begins it again. */
  leaseMs: number;
  /** Only this row, due or not yet. */
  id?: number;
  /** A further condition on the table. */
  and?: RawBuilder<boolean>;
};

export const MAX_TRIES = 5;

/** Takes up to `limit` due rows that nobody else holds, the longest due first. Leases run by the database's clock. */
export async function lease<T extends DueTable>(db: Db, table: T, wanted: Wanted): Promise<Leased<T>[]> {
  const token = randomUUID();
  const which = wanted.id === undefined ? sql`due_at <= ${wanted.now}` : sql`id = ${wanted.id} and due_at is not null`;
  const { rows } = await sql<Leased<T>>`
    update ${sql.table(table)} set lease_token = ${token},
      lease_until = clock_timestamp() + ${wanted.leaseMs} * interval '1 millisecond'
    where id = any(array(
      select id from ${sql.table(table)}
      where team_id = ${wanted.teamId} and dead_at is null and ${which} and ${wanted.and ?? sql`true`}
        and (lease_until is null or lease_until < clock_timestamp())
      order by due_at, id limit ${wanted.limit} for update skip locked))
    returning *`.execute(db);
  return rows.sort((a, b) => Number(a.due_at) - Number(b.due_at) || Number(a.id) - Number(b.id));
}

/** What settling writes besides giving the lease back. */
type Patch = { due_at?: Date | null; last_error?: string | null; tries?: number; dead_at?: Date | null };

/** Gives the row back under its lease. False when the lease was lost to somebody else: then nothing is written. */
export async function settle(db: Db, table: DueTable, row: LeasedRow, patch: Patch): Promise<boolean> {
  const sets = Object.entries(patch).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  const done = await sql`
    update ${sql.table(table)}
    set ${sql.join([...sets, sql`lease_token = null`, sql`lease_until = null`])}
    where id = ${row.id} and lease_token = ${row.lease_token}`.execute(db);
  return done.numAffectedRows === 1n;
}

/** Not now: the row is due again at `until`. Does not count as a failure. */
export function postpone(db: Db, table: DueTable, row: LeasedRow, until: Date, why?: string) {
  return settle(db, table, row, { due_at: until, ...(why === undefined ? {} : { last_error: why }) });
}

/** The row itself failed: it is tried again after a growing pause, and is dead and visible after the fifth time. */
export function fail(db: Db, table: DueTable, row: LeasedRow, error: string, now: Date) {
  const tries = row.tries + 1;
  const dead = tries >= MAX_TRIES ? { dead_at: now } : {};
  return settle(db, table, row, { tries, last_error: error, due_at: new Date(+now + pauseMs(tries)), ...dead });
}

/** 10 s, 20 s, 40 s … up to an hour, a tenth of it left to chance so that rows do not march in step. */
export function pauseMs(tries: number, chance = Math.random()): number {
  return Math.min(10_000 * 2 ** (tries - 1), 3_600_000) * (0.95 + 0.1 * chance);
}

/** Ends every lease: for a database that this process alone uses, where whoever held them is gone. */
export async function endLeases(db: Db): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = current_schema() and column_name = 'lease_token'`.execute(db);
  for (const { name } of rows) {
    await sql`update ${sql.table(name)} set lease_token = null, lease_until = null where lease_token is not null`.execute(
      db,
    );
  }
}

/** Brings a dead row back to life, due at once. False when there is no such dead row. */
export async function revive(db: Db, table: DueTable, teamId: string, id: number, now: Date): Promise<boolean> {
  const done = await sql`
    update ${sql.table(table)} set dead_at = null, tries = 0, due_at = ${now}
    where id = ${id} and team_id = ${teamId} and dead_at is not null`.execute(db);
  return done.numAffectedRows === 1n;
}
