import { sql } from 'kysely';
import type { World } from '../world.ts';

type Row = Record<string, unknown>;
/** Every row of every table, as far as people and not machines made it so. */
export type Rows = Record<string, Row[]>;

/** What is remembered of Slack, and what only says that a form came. */
const FORGOTTEN = ['people', 'submissions'];

/** Leases, drawing and pacing: nobody's doing. */
const MACHINERY = [
  ...['due_at', 'lease_token', 'lease_until', 'tries', 'last_error', 'recount_at', 'next_poll_at', 'next_at'],
  ...['attempted_at', 'drawn_at', 'drawn_version', 'posted_at', 'message_ts', 'first_posted_at'],
  ...['next_post_at', 'update_slot_at', 'paused_until', 'is_private', 'greeted_at', 'marks', 'counted'],
  ...['created_at', 'original_hash'],
];

/** The things outside are other ones in each test. */
const INVENTED = ['items', 'authors'];

/** The same without what each test invents anew: for comparing two tests that did the same. */
export async function alikeRows(world: World): Promise<Rows> {
  const rows = Object.entries(await allRows(world)).filter(([table]) => !INVENTED.includes(table));
  return JSON.parse(JSON.stringify(Object.fromEntries(rows)).replaceAll(/Author \d+/g, 'Author'));
}

let tables: string[] | undefined;

/** The whole database, for comparing before with after; of channels only those that take no posts. */
export async function allRows({ db }: World): Promise<Rows> {
  tables ??= await tableNames(db);
  const parts = tables.map((name) => {
    const one = sql.ref(name);
    return sql`(select coalesce(json_agg(to_jsonb(${one}) order by ${one}::text), '[]') from ${sql.table(name)}) as ${one}`;
  });
  const { rows } = await sql<Rows>`select ${sql.join(parts)}`.execute(db);
  const read = Object.entries({
    ...rows[0],
    channels: rows[0]?.channels?.filter((row) => row.paused_at !== null) ?? [],
  });
  return Object.fromEntries(read.map(([table, found]) => [table, found.map(withoutMachinery)]));
}

async function tableNames(db: World['db']): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(db);
  return rows.map(({ name }) => name).filter((name) => !/^kysely/.test(name) && !FORGOTTEN.includes(name));
}

function withoutMachinery(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !MACHINERY.includes(column)));
}
