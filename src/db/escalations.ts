import type { Selectable } from 'kysely';
import type { EscalationFacts, EscalationLevel } from '../domain/card.ts';
import type { Climb, Rung } from '../domain/escalation.ts';
import type { Db, Trx } from './schema.ts';
import type { EscalationsTable, KeptRung } from './tables/help.ts';

export type EscalationRow = Selectable<EscalationsTable>;

/** What a card and its postings show of a call for help. */
export function rowToEscalation(row: EscalationRow): EscalationFacts {
  return {
    id: row.id,
    level: row.level,
    reason: row.reason,
    by: row.escalated_by,
    at: row.escalated_at,
    acknowledgedBy: row.acknowledged_by,
    acknowledgedAt: row.acknowledged_at,
    rung: row.rung,
    ladder: row.ladder.map(revive),
    nextAt: row.due_at,
    closedBy: row.closed_by,
    closedAt: row.closed_at,
    outcome: row.outcome,
  };
}

function revive(rung: KeptRung): Rung {
  return { ...rung, calledAt: rung.calledAt === null ? null : new Date(rung.calledAt) };
}

/** Keeps a call for help whose first turns are taken; the next one comes at `nextAt`. Returns its id. */
export async function insertEscalation(
  trx: Trx,
  escalation: {
    teamId: string;
    mentionId: number;
    level: EscalationLevel;
    reason: string;
    by: string;
    at: Date;
    climb: Climb;
    nextAt: Date | null;
  },
): Promise<number> {
  const row = await trx
    .insertInto('escalations')
    .values({
      team_id: escalation.teamId,
      mention_id: escalation.mentionId,
      level: escalation.level,
      reason: escalation.reason,
      escalated_by: escalation.by,
      escalated_at: escalation.at,
      rung: escalation.climb.rung,
      ladder: JSON.stringify(escalation.climb.ladder),
      due_at: escalation.nextAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** One call for help of the team. */
export function findEscalation(db: Db | Trx, teamId: string, id: number): Promise<EscalationRow | undefined> {
  return db.selectFrom('escalations').selectAll().where('team_id', '=', teamId).where('id', '=', id).executeTakeFirst();
}

/** The same, locked until the transaction ends; lock its mention first. */
export function lockEscalation(trx: Trx, teamId: string, id: number): Promise<EscalationRow | undefined> {
  return trx
    .selectFrom('escalations')
    .selectAll()
    .where('team_id', '=', teamId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** How far it climbed, and when it goes on; gives its lease back. */
export async function saveClimb(trx: Trx, id: number, climb: Climb, nextAt: Date | null): Promise<void> {
  await trx
    .updateTable('escalations')
    .set({ rung: climb.rung, ladder: JSON.stringify(climb.ladder), due_at: nextAt, ...RESTED })
    .where('id', '=', id)
    .execute();
}

const RESTED = { tries: 0, last_error: null, lease_token: null, lease_until: null };

/** Somebody is on it: it climbs no further. */
export async function acknowledge(trx: Trx, id: number, by: string, at: Date): Promise<void> {
  await trx
    .updateTable('escalations')
    .set({ acknowledged_by: by, acknowledged_at: at, due_at: null, dead_at: null })
    .where('id', '=', id)
    .execute();
}

/** How it ended; it climbs no further. */
export async function closeEscalation(
  trx: Trx,
  id: number,
  end: { by: string | null; at: Date; outcome: string },
): Promise<void> {
  await trx
    .updateTable('escalations')
    .set({ closed_by: end.by, closed_at: end.at, outcome: end.outcome, due_at: null, dead_at: null })
    .where('id', '=', id)
    .execute();
}

/** Everything that was still open about a mention ends with it. */
export async function closeEscalationsOf(
  trx: Trx,
  mentionId: number,
  end: { by: string | null; at: Date; outcome: string },
): Promise<void> {
  await trx
    .updateTable('escalations')
    .set({ closed_by: end.by, closed_at: end.at, outcome: end.outcome, due_at: null, dead_at: null })
    .where('mention_id', '=', mentionId)
    .where('closed_at', 'is', null)
    .execute();
}
