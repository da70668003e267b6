import { type Selectable, sql } from 'kysely';
import type { CrisisFacts } from '../domain/card.ts';
import { OPEN_STATUSES } from '../domain/mention.ts';
import type { Db, Trx } from './schema.ts';
import type { CrisesTable } from './tables/help.ts';

/** What its posting shows of a crisis. */
export function rowToCrisis(row: Selectable<CrisesTable>): CrisisFacts {
  return {
    id: row.id,
    reason: row.reason,
    by: row.began_by,
    at: row.began_at,
    endedBy: row.ended_by,
    endedAt: row.ended_at,
    closing: row.closing,
  };
}

/** Begins a crisis of a watch. Returns its id, or undefined while one runs already. */
export async function beginCrisis(
  trx: Trx,
  crisis: { teamId: string; watchId: number; escalationId: number; reason: string; by: string; at: Date },
): Promise<number | undefined> {
  const row = await trx
    .insertInto('crises')
    .values({
      team_id: crisis.teamId,
      watch_id: crisis.watchId,
      escalation_id: crisis.escalationId,
      reason: crisis.reason,
      began_by: crisis.by,
      began_at: crisis.at,
    })
    .onConflict((running) => running.column('watch_id').where('ended_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** The crisis that runs for a watch at this moment; undefined in quiet times. */
export async function runningCrisis(db: Db | Trx, watchId: number): Promise<CrisisFacts | undefined> {
  const row = await db
    .selectFrom('crises')
    .selectAll()
    .where('watch_id', '=', watchId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row && rowToCrisis(row);
}

/** One crisis of the team, with its watch and the mention it began with, while that is there. */
export async function findCrisis(
  db: Db | Trx,
  teamId: string,
  id: number,
): Promise<{ facts: CrisisFacts; watchId: number; watch: string; mentionId: number | null } | undefined> {
  const row = await db
    .selectFrom('crises')
    .innerJoin('watches', 'watches.id', 'crises.watch_id')
    .leftJoin('escalations', 'escalations.id', 'crises.escalation_id')
    .selectAll('crises')
    .select(['watches.name as watch', 'escalations.mention_id'])
    .where('crises.team_id', '=', teamId)
    .where('crises.id', '=', id)
    .executeTakeFirst();
  return row && { facts: rowToCrisis(row), watchId: row.watch_id, watch: row.watch, mentionId: row.mention_id };
}

/** Ends a crisis; false when somebody else did so before. */
export async function endCrisis(
  trx: Trx,
  id: number,
  end: { by: string; at: Date; closing: string },
): Promise<boolean> {
  const done = await trx
    .updateTable('crises')
    .set({ ended_by: end.by, ended_at: end.at, closing: end.closing })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** So far apart are the cards of a watch redrawn, so that half of the workspace's budget of updates is left to others. */
const CARD_EVERY_MS = 2_600;

/**
 * The cards of a watch's open mentions are out of date, since a crisis began or ended: due one after the other, the newest
 * mention first. Locks them in one order, so that two of these never wait for each other.
 */
export async function raiseCardsOfWatch(trx: Trx, watchId: number, now: Date): Promise<void> {
  const cards = await trx
    .selectFrom('postings')
    .innerJoin('mentions', 'mentions.id', 'postings.mention_id')
    .select('postings.id')
    .where('postings.kind', '=', 'card')
    .where('postings.removed_at', 'is', null)
    .where('mentions.watch_id', '=', watchId)
    .where('mentions.status', 'in', OPEN_STATUSES)
    .orderBy('postings.id')
    .forUpdate('postings')
    .execute();
  if (cards.length === 0) return;
  const ids = cards.map(({ id }) => id);
  await sql`
    update postings set version = version + 1,
      due_at = least(coalesce(due_at, 'infinity'),
        ${now}::timestamptz + (turn.place - 1) * ${CARD_EVERY_MS} * interval '1 millisecond')
    from (select id, row_number() over (order by id desc) as place from unnest(${ids}::int[]) as id) as turn
    where postings.id = turn.id`.execute(trx);
}
