import { CompiledQuery, sql } from 'kysely';
import type { Db } from '../../src/db/schema.ts';

/** Everything a heard item leaves behind, in an order that the foreign keys allow. */
const TABLES = ['items', 'mentions', 'mention_watches', 'postings', 'activity'] as const;

/** Rows in one statement; Postgres takes 65,535 parameters. */
const BATCH = 500;

/** Statements that insert exactly the rows that are there now, ready to be sent. */
export async function bareInserts(db: Db): Promise<CompiledQuery[]> {
  const inserts: CompiledQuery[] = [];
  for (const table of TABLES) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)} order by 1`.execute(db);
    for (let n = 0; n < rows.length; n += BATCH) inserts.push(insertOf(table, rows.slice(n, n + BATCH)));
  }
  return inserts;
}

/** Sends them one after the other. */
export async function runInserts(db: Db, inserts: CompiledQuery[]): Promise<void> {
  for (const insert of inserts) await db.executeQuery(insert);
}

function insertOf(table: string, rows: Record<string, unknown>[]): CompiledQuery {
  const columns = Object.keys(rows[0] ?? {});
  const places = rows.map((_, row) => `(${columns.map((_, column) => `$${row * columns.length + column + 1}`)})`);
  const values = rows.flatMap((row) => columns.map((column) => parameter(row[column])));
  return CompiledQuery.raw(
    `insert into ${table} (${columns}) overriding system value values ${places.join(', ')}`,
    values,
  );
}

/** JSON goes in as its text. */
function parameter(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !(value instanceof Date) ? JSON.stringify(value) : value;
}
