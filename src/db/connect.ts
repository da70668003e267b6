import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { takeLock } from './lock-file.ts';
import type { Database, Db } from './schema.ts';

// A date without a time stays the text it is: a Date would move it by the zone of this machine.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

export type Connection = { db: Db; kind: 'postgres' | 'pglite'; close(): Promise<void> };

/** A pool on PostgreSQL. `onIdleError` hears of connections that break while nobody uses them. */
export function connectPostgres(url: string, onIdleError: (error: Error) => void): Connection {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  pool.on('error', onIdleError);
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  return { db, kind: 'postgres', close: () => db.destroy() };
}

/** The embedded database in `dataDir`, held for this process alone. @throws LockedError */
export async function connectPglite(dataDir: string): Promise<Connection> {
  mkdirSync(dataDir, { recursive: true });
  const giveBack = takeLock(join(dataDir, 'porchlight.pid'));
  try {
    const connection = await overPglite(new PGlite(join(dataDir, 'database')));
    return { ...connection, close: () => connection.close().finally(giveBack) };
  } catch (error) {
    giveBack();
    throw error;
  }
}

/** The same code path as PostgreSQL, over an embedded database: one connection. */
export async function overPglite(pglite: PGlite): Promise<Connection> {
  await pglite.waitReady;
  const pool = new pg.Pool({ ...createPgConfig(pglite), max: 1 });
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  const close = async () => {
    await db.destroy();
    await pglite.close();
  };
  return { db, kind: 'pglite', close };
}

/** Asks the database for nothing. @throws when it does not answer. */
export async function ping(db: Db): Promise<void> {
  await sql`select 1`.execute(db);
}
