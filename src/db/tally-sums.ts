import { sql } from 'kysely';
import type { Tone } from '../domain/judgement.ts';
import type { Days } from '../domain/report.ts';
import type { LabelCount } from '../domain/report-counts.ts';
import type { Measure } from '../domain/tally.ts';
import type { Db } from './schema.ts';

/** What a report counts: days of a team, and watches. */
export type Counted = { teamId: string; watchIds: number[]; days: Days };

/** What these measures come to over all days, watches and networks together. */
export async function sumAll(db: Db, counted: Counted, measures: readonly Measure[]): Promise<LabelCount[]> {
  return tallied(db, counted, measures)
    .select(['label', MEASURE, COUNT])
    .groupBy(['measure', 'label'])
    .having(sql<number>`sum(count)`, '<>', 0)
    .execute();
}

/** The same, network by network. */
export async function sumByNetwork(
  db: Db,
  counted: Counted,
  measures: readonly Measure[],
): Promise<(LabelCount & { network: string })[]> {
  return tallied(db, counted, measures)
    .select(['network', 'label', MEASURE, COUNT])
    .groupBy(['network', 'measure', 'label'])
    .having(sql<number>`sum(count)`, '<>', 0)
    .execute();
}

/** How many mentions each watch has; those without any are not there. */
export async function sumByWatch(db: Db, counted: Counted): Promise<Map<number, number>> {
  const rows = await tallied(db, counted, ['mentions']).select(['watch_id', COUNT]).groupBy('watch_id').execute();
  return new Map(rows.map((row) => [row.watch_id, row.count]));
}

/** Mentions and their tones, day by day; days without any are not there. */
export async function sumByDay(
  db: Db,
  counted: Counted,
): Promise<{ day: string; measure: 'mentions' | 'tone'; label: Tone | ''; count: number }[]> {
  const rows = await tallied(db, counted, ['mentions', 'tone'])
    .select(['day', 'label', MEASURE, COUNT])
    .groupBy(['day', 'measure', 'label'])
    .execute();
  return rows.map((row) => ({ ...row, measure: row.measure as 'mentions' | 'tone', label: row.label as Tone | '' }));
}

const MEASURE = sql<Measure>`measure`.as('measure');
const COUNT = sql<number>`sum(count)::int`.as('count');

function tallied(db: Db, { teamId, watchIds, days }: Counted, measures: readonly Measure[]) {
  return db
    .selectFrom('tallies')
    .where('team_id', '=', teamId)
    .where('measure', '=', sql<string>`any(${[...measures]}::text[])`)
    .where('day', '>=', days.first)
    .where('day', '<=', days.last)
    .where('watch_id', '=', sql<number>`any(${watchIds}::int[])`);
}
