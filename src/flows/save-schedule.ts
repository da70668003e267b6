import { findSchedule, saveSchedule as keep } from '../db/schedules.ts';
import { officeTeam } from '../db/teams.ts';
import type { Deps } from '../deps.ts';
import type { ScheduleKind } from '../domain/knowing.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { nextDueAt } from '../domain/schedule.ts';
import { readScheduleForm, type ScheduleForm } from '../domain/schedule-form.ts';
import { changeSettings, channelProblems, refusedSettings, unfit } from './change-settings.ts';
import { stampOfSchedule } from './read-schedules.ts';

/** Where and when a summary comes, or that it rests, as a manager set it. What it missed while it rested is not made up for. */
export async function saveSchedule(
  deps: Deps,
  wish: { personId: string; kind: ScheduleKind; seen: string; form: ScheduleForm },
): Promise<'saved' | Refusal> {
  const { personId, kind, seen, form } = wish;
  const refused = await refusedSettings(deps, personId);
  if (refused) return refused;
  const edits = readScheduleForm(kind, form);
  if (isRefusal(edits)) return edits;
  const before = await findSchedule(deps.db, deps.teamId, kind);
  const problems = unfit(await channelProblems(deps, 'channel', edits.channelId, before?.channel_id ?? null));
  if (problems) return problems;
  const detail = { kind, isPaused: edits.isPaused };
  return changeSettings(deps, personId, { act: 'summary_settings', detail }, async (trx, team, now) => {
    const row = await findSchedule(trx, deps.teamId, kind);
    if (!row) return { refusal: 'gone' };
    if (stampOfSchedule(row) !== seen) return { refusal: 'settings_moved_on' };
    const dueAt = edits.isPaused ? null : nextDueAt(edits, now, officeTeam(team));
    const channelId = edits.channelId ?? row.channel_id;
    await keep(trx, team.id, { ...edits, channelId, dueAt }, { personId, now });
    return 'saved' as const;
  });
}
