import type { Selectable } from 'kysely';
import type { ScheduleKind } from '../domain/knowing.ts';
import type { Timing } from '../domain/schedule.ts';
import { type Leased, lease } from './due.ts';
import type { Db, Trx } from './schema.ts';
import type { SchedulesTable } from './tables/knowing.ts';

export type ScheduleRow = Selectable<SchedulesTable>;

/** When it is to be posted. */
export function rowToTiming({ kind, at_minute: atMinute, weekday }: ScheduleRow): Timing {
  return { kind, atMinute, weekday };
}

/** What the team has set about its summaries. */
export function listSchedules(db: Db | Trx, teamId: string): Promise<ScheduleRow[]> {
  return db.selectFrom('schedules').selectAll().where('team_id', '=', teamId).orderBy('id').execute();
}

export type NewSchedule = Timing & { channelId: string; isPaused: boolean; dueAt: Date | null };

/** Makes what is not there yet; what a team has set stays as it is. */
export async function makeSchedules(db: Db, teamId: string, schedules: NewSchedule[], now: Date): Promise<void> {
  await db
    .insertInto('schedules')
    .values(
      schedules.map(({ kind, atMinute, weekday, channelId, isPaused, dueAt }) => ({
        team_id: teamId,
        kind,
        channel_id: channelId,
        at_minute: atMinute,
        weekday,
        paused_at: isPaused ? now : null,
        due_at: dueAt,
      })),
    )
    .onConflict((known) => known.columns(['team_id', 'kind']).doNothing())
    .execute();
}

/** What a manager set: from now on it counts, whatever was about to happen. */
export async function saveSchedule(
  trx: Trx,
  teamId: string,
  schedule: NewSchedule,
  by: { personId: string; now: Date },
): Promise<void> {
  await trx
    .updateTable('schedules')
    .set({
      channel_id: schedule.channelId,
      at_minute: schedule.atMinute,
      weekday: schedule.weekday,
      paused_at: schedule.isPaused ? by.now : null,
      paused_by: schedule.isPaused ? by.personId : null,
      due_at: schedule.dueAt,
      tries: 0,
      last_error: null,
      dead_at: null,
      lease_token: null,
      lease_until: null,
    })
    .where('team_id', '=', teamId)
    .where('kind', '=', schedule.kind)
    .execute();
}

/** Its time follows the team's zone and days: `dueAt` instead of what was read, unless something happened meanwhile. */
export async function moveDue(db: Db, row: ScheduleRow, dueAt: Date): Promise<void> {
  await db
    .updateTable('schedules')
    .set({ due_at: dueAt })
    .where('id', '=', row.id)
    .where('due_at', '=', row.due_at)
    .where('lease_token', 'is', null)
    .execute();
}

/** Takes what is due. */
export function leaseSchedules(db: Db, teamId: string, now: Date, leaseMs: number): Promise<Leased<'schedules'>[]> {
  return lease(db, 'schedules', { teamId, now, limit: 5, leaseMs });
}

/** It was done: due again at `dueAt`. False when the lease was lost to somebody else: then nothing is written. */
export async function settleSchedule(
  trx: Trx,
  row: Leased<'schedules'>,
  next: { dueAt: Date; lastAt: Date },
): Promise<boolean> {
  const done = await trx
    .updateTable('schedules')
    .set({
      due_at: next.dueAt,
      last_at: next.lastAt,
      tries: 0,
      last_error: null,
      lease_token: null,
      lease_until: null,
    })
    .where('id', '=', row.id)
    .where('lease_token', '=', row.lease_token)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** One kind's row. */
export function findSchedule(db: Db | Trx, teamId: string, kind: ScheduleKind): Promise<ScheduleRow | undefined> {
  return db
    .selectFrom('schedules')
    .selectAll()
    .where('team_id', '=', teamId)
    .where('kind', '=', kind)
    .executeTakeFirst();
}
