import { findSchedule, listSchedules, type ScheduleRow } from '../db/schedules.ts';
import { getTeam } from '../db/teams.ts';
import type { Deps } from '../deps.ts';
import { SCHEDULE_KINDS, type ScheduleKind } from '../domain/knowing.ts';
import type { Refusal } from '../domain/refusal.ts';
import { stampOf } from '../domain/stamp.ts';
import type { ScheduleFacts } from '../domain/summary.ts';
import { refusedSettings } from './change-settings.ts';
import { keepSchedules } from './keep-schedules.ts';

/** Every summary of a team, and the zone of its times. */
export type SchedulesFacts = { schedules: ScheduleFacts[]; timezone: string };

/** What is set about the team's summaries, for a manager; none before the first watch. */
export async function readSchedules(deps: Deps, personId: string): Promise<SchedulesFacts | Refusal> {
  const refused = await refusedSettings(deps, personId);
  if (refused) return refused;
  await keepSchedules(deps);
  const rows = await listSchedules(deps.db, deps.teamId);
  const { timezone } = await getTeam(deps.db, deps.teamId);
  const inOrder = SCHEDULE_KINDS.flatMap((kind) => rows.find((row) => row.kind === kind) ?? []);
  return { schedules: inOrder.map(rowToFacts), timezone };
}

/** One of them, for a manager who changes it. */
export async function readSchedule(
  deps: Deps,
  wish: { personId: string; kind: ScheduleKind },
): Promise<{ schedule: ScheduleFacts; timezone: string } | Refusal> {
  const refused = await refusedSettings(deps, wish.personId);
  if (refused) return refused;
  const row = await findSchedule(deps.db, deps.teamId, wish.kind);
  const { timezone } = await getTeam(deps.db, deps.teamId);
  return row ? { schedule: rowToFacts(row), timezone } : { refusal: 'gone' };
}

function rowToFacts(row: ScheduleRow): ScheduleFacts {
  return {
    kind: row.kind,
    channelId: row.channel_id,
    atMinute: row.at_minute,
    weekday: row.weekday,
    isPaused: row.paused_at !== null,
    nextAt: row.kind === 'spike' ? null : row.due_at,
    stamp: stampOfSchedule(row),
  };
}

/** Tells whether it is still set as somebody saw it. Pure. */
export function stampOfSchedule(row: ScheduleRow): string {
  return stampOf([row.kind, row.channel_id, row.at_minute, row.weekday, row.paused_at !== null]);
}
