import { sql } from 'kysely';
import { type Connection, connectPglite, connectPostgres } from '../../src/db/connect.ts';
import { migrateToLatest } from '../../src/db/migrate.ts';
import { atEnd, scratchFolder } from './leftovers.ts';

/** A migrated, empty database of the bench's own. */
export type ScratchDatabase = Pick<Connection, 'db' | 'kind'> & { drop(): Promise<void> };

/** The address of the Postgres to measure as well, if the environment names one. */
export function postgresUrl(): string | undefined {
  const { BENCH_DATABASE_URL, DATABASE_URL, TEST_DATABASE_URL } = process.env;
  return BENCH_DATABASE_URL || DATABASE_URL || TEST_DATABASE_URL || undefined;
}

/** An embedded database in a temporary folder, as the bot has it. */
export async function scratchPglite(): Promise<ScratchDatabase> {
  return migrated(await connectPglite(scratchFolder()));
}

/** A database of its own on a running Postgres, dropped at the end. */
export async function scratchPostgres(url: string): Promise<ScratchDatabase> {
  const name = `porchlight_bench_${process.pid}_${Date.now()}`;
  const server = connectPostgres(url, rethrow);
  const leave = atEnd(server.close);
  await sql.raw(`create database ${name}`).execute(server.db);
  const drop = atEnd(() => sql.raw(`drop database ${name} with (force)`).execute(server.db));
  const own = new URL(url);
  own.pathname = `/${name}`;
  let isLeaving = false;
  // A connection that is on its way out may be told so by the server before it has gone.
  const database = await migrated(connectPostgres(own.href, (error) => void (isLeaving || rethrow(error))));
  return {
    ...database,
    drop: async () => {
      isLeaving = true;
      await database.drop();
      await drop();
      await leave();
    },
  };
}

async function migrated({ db, kind, close }: Connection): Promise<ScratchDatabase> {
  const drop = atEnd(close);
  await migrateToLatest(db);
  return { db, kind, drop };
}

function rethrow(error: Error): never {
  throw error;
}
