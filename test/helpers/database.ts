import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { sql } from 'kysely';
import { type Connection, connectPostgres, overPglite } from '../../src/db/connect.ts';
import { migrateToLatest } from '../../src/db/migrate.ts';
import type { Db } from '../../src/db/schema.ts';

/** A migrated database for one test file, emptied before each test: embedded, or Postgres when TEST_DATABASE_URL is set. */
export function testDatabase(): { readonly db: Db; readonly kind: Connection['kind'] } {
  let connection: Connection & { drop?(): Promise<void> };
  beforeAll(async () => {
    connection = process.env.TEST_DATABASE_URL
      ? await ownPostgres(process.env.TEST_DATABASE_URL)
      : await bootImage(process.env.TEST_DATABASE_IMAGE ?? '');
  });
  beforeEach(() => emptyDatabase(connection.db));
  afterAll(async () => {
    await connection.close();
  });
  return {
    get db() {
      return connection.db;
    },
    get kind() {
      return connection.kind;
    },
  };
}

/** Every row of every team goes, and ids begin anew. */
export async function emptyDatabase(db: Db): Promise<void> {
  await sql`truncate teams restart identity cascade`.execute(db);
}

async function bootImage(path: string): Promise<Connection> {
  return overPglite(new PGlite({ loadDataDir: new Blob([readFileSync(path)]) }));
}

/** A database of its own on a running server, dropped at the end. */
async function ownPostgres(url: string): Promise<Connection> {
  const name = `porchlight_test_${process.pid}_${Date.now()}`;
  const rethrow = (error: Error) => {
    throw error;
  };
  const admin = connectPostgres(url, rethrow);
  await sql.raw(`create database ${name}`).execute(admin.db);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const connection = connectPostgres(own.href, rethrow);
  await migrateToLatest(connection.db);
  const close = async () => {
    await connection.close();
    await sql.raw(`drop database ${name}`).execute(admin.db);
    await admin.close();
  };
  return { ...connection, close };
}
