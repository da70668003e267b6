import type { ActivityLine } from '../domain/card.ts';
import type { Db, Trx } from './schema.ts';

/** What happened, to be kept for good. */
export type NewActivity = {
  teamId: string;
  mentionId: number | null;
  /** Null when the clock or the votes did it. */
  personId: string | null;
  act: string;
  detail?: Record<string, unknown>;
  at: Date;
};

/** Appends one line to the record. */
export async function recordActivity(trx: Trx | Db, line: NewActivity): Promise<void> {
  await trx
    .insertInto('activity')
    .values({
      team_id: line.teamId,
      mention_id: line.mentionId,
      person_id: line.personId,
      act: line.act,
      detail: JSON.stringify(line.detail ?? {}),
      at: line.at,
    })
    .execute();
}

/** The newest lines of one mention's record, newest first. */
export async function listActivity(db: Db, teamId: string, mentionId: number, limit: number): Promise<ActivityLine[]> {
  const rows = await db
    .selectFrom('activity')
    .selectAll()
    .where('team_id', '=', teamId)
    .where('mention_id', '=', mentionId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ at: row.at, personId: row.person_id, act: row.act, detail: row.detail }));
}
