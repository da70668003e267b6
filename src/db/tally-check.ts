import { sql } from 'kysely';
import { MEASURES, type Measure, type TallyCount } from '../domain/tally.ts';
import type { Range } from '../domain/time.ts';
import type { Db, Trx } from './schema.ts';
import { addToTallies } from './tallies.ts';

/** Named one by one, so that a day is found by the key of the tallies. */
const ALL = [...MEASURES];

/** When the team's first mention was found; undefined while there is none. */
export async function firstMentionAt(db: Db, teamId: string): Promise<Date | undefined> {
  const row = await db
    .selectFrom('mentions')
    .select('created_at')
    .where('team_id', '=', teamId)
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();
  return row?.created_at;
}

/** The ids of the mentions that were found between two instants, in order, after a known one. */
export async function listFound(
  db: Db,
  teamId: string,
  { from, to }: Range,
  { after, limit }: { after: number; limit: number },
): Promise<number[]> {
  const rows = await db
    .selectFrom('mentions')
    .select('id')
    .where('team_id', '=', teamId)
    .where('created_at', '>=', from)
    .where('created_at', '<', to)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Mentions that no tally counts yet, the newest first: they were there before tallies were. */
export async function listUncounted(db: Db, teamId: string, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('mentions')
    .select('id')
    .where('team_id', '=', teamId)
    .where('tallied', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Locks mentions in one order, whoever does it. */
export async function lockMentions(trx: Trx, teamId: string, ids: number[]): Promise<void> {
  await sql`select id from mentions where team_id = ${teamId} and id = any(${ids}::int[])
    order by id for no key update`.execute(trx);
}

/**
 * Makes the tallies of a day the sum of what its mentions count as, and forgets what came to nothing. Nobody else does
 * so at the same time. A day whose rows are not all there any more is left alone. Returns what was added.
 */
export async function repairDay(trx: Trx, teamId: string, day: string, near: Range): Promise<TallyCount[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`tallies of ${teamId}`}, 0))`.execute(trx);
  const { rows } = await sql<Omit<TallyCount, 'day' | 'measure'> & { measure: Measure }>`
    with raw as (
      select (tallied ->> 'watch')::int as watch_id, tallied ->> 'network' as network,
        split_part(key, ':', 1) as measure, substr(key, strpos(key, ':') + 1) as label, count(*)::int as count
      from mentions, jsonb_array_elements_text(tallied -> 'keys') as key
      where team_id = ${teamId} and created_at >= ${near.from} and created_at < ${near.to} and tallied ->> 'day' = ${day}
      group by 1, 2, 3, 4),
    kept as (select watch_id, network, measure, label, count from tallies
      where team_id = ${teamId} and measure = any(${ALL}::text[]) and day = ${day}::date)
    select watch_id as "watchId", network, measure, label, coalesce(raw.count, 0) - coalesce(kept.count, 0) as count
    from raw full join kept using (watch_id, network, measure, label)
    where coalesce(raw.count, 0) <> coalesce(kept.count, 0)
      and not exists (select from kept where measure = 'dropped' and count > 0)`.execute(trx);
  const wrong = rows.map((row) => ({ ...row, day }));
  await addToTallies(trx, teamId, wrong);
  await sql`delete from tallies where team_id = ${teamId} and measure = any(${ALL}::text[]) and day = ${day}::date
    and count = 0`.execute(trx);
  return wrong;
}
