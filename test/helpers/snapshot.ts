import { type Selectable, sql } from 'kysely';
import type { Database, Db } from '../../src/db/schema.ts';

/** Everything that people's acts may change; what Porchlight only remembers of Slack is left out. */
const TABLES = [
  'mentions',
  'drafts',
  'ballots',
  'votes',
  'replies',
  'escalations',
  'crises',
  'wishes',
  'routes',
  'answers',
  'reminders',
  'postings',
  'activity',
] as const;
type Table = (typeof TABLES)[number];

/** A row as JSON has it. */
type Plain<T> = T extends Date ? string : T extends object ? { [K in keyof T]: Plain<T[K]> } : T;
export type Row<T extends keyof Database> = Plain<Selectable<Database[T]>>;
export type Snapshot = { [T in Table]: Row<T>[] };

/** The rows of all these tables at this moment, read in one go, in the order in which they were made. */
export async function snapshot(db: Db): Promise<Snapshot> {
  const parts = TABLES.map(
    (table) =>
      sql`${sql.lit(table)}, (select coalesce(jsonb_agg(to_jsonb(t) order by ${orderOf(table)}), '[]') from ${sql.table(table)} t)`,
  );
  const { rows } = await sql<{ all: Snapshot }>`select jsonb_build_object(${sql.join(parts)}) as all`.execute(db);
  if (!rows[0]) throw new Error('the database gave nothing');
  return rows[0].all;
}

function orderOf(table: Table) {
  return table === 'votes' ? sql`ballot_id, voter_id, path` : sql`id`;
}
