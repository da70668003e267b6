import { sql } from 'kysely';
import type { Tone } from '../domain/judgement.ts';
import type { Days } from '../domain/report.ts';
import type { LabelCount } from '../domain/report-counts.ts';
import type { Measure } from '../domain/tally.ts';
import type { Db } from './schema.ts';

/** What a report counts: days of a team, and watches. */
export type Counted = { teamId: string; watchIds: number[]; days: Days };

/** So many under this label, of this watch and network. */
export type PlacedCount = LabelCount & { watchId: number; network: string };

/** The tallies of these days, added up by watch and network. */
export async function sumByPlace(db: Db, counted: Counted): Promise<PlacedCount[]> {
  return tallied(db, counted)
    .select(['watch_id as watchId', 'network', 'label'])
    .select([MEASURE, COUNT])
    .groupBy(['watch_id', 'network', 'measure', 'label'])
    .having(sql<number>`sum(count)`, '<>', 0)
    .execute();
}

/** The same, of all the watches and networks together. */
export async function sumAll(db: Db, counted: Counted): Promise<LabelCount[]> {
  return tallied(db, counted)
    .select('label')
    .select([MEASURE, COUNT])
    .groupBy(['measure', 'label'])
    .having(sql<number>`sum(count)`, '<>', 0)
    .execute();
}

/** Mentions and their tones, day by day; days without any are not there. */
export async function sumByDay(
  db: Db,
  counted: Counted,
): Promise<{ day: string; measure: 'mentions' | 'tone'; label: Tone | ''; count: number }[]> {
  const rows = await tallied(db, counted)
    .select(['day', 'label'])
    .select([MEASURE, COUNT])
    .where('measure', 'in', ['mentions', 'tone'])
    .groupBy(['day', 'measure', 'label'])
    .execute();
  return rows.map((row) => ({ ...row, measure: row.measure as 'mentions' | 'tone', label: row.label as Tone | '' }));
}

const MEASURE = sql<Measure>`measure`.as('measure');
const COUNT = sql<number>`sum(count)::int`.as('count');

function tallied(db: Db, { teamId, watchIds, days }: Counted) {
  return db
    .selectFrom('tallies')
    .where('team_id', '=', teamId)
    .where('day', '>=', days.first)
    .where('day', '<=', days.last)
    .where('watch_id', '=', sql<number>`any(${watchIds}::int[])`);
}
