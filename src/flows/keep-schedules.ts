import {
  listSchedules,
  makeSchedules,
  moveDue,
  type NewSchedule,
  rowToTiming,
  type ScheduleRow,
} from '../db/schedules.ts';
import type { TeamRow } from '../db/schema.ts';
import { getTeam, officeTeam } from '../db/teams.ts';
import { listWatches } from '../db/watches.ts';
import type { Deps } from '../deps.ts';
import { SCHEDULE_KINDS } from '../domain/knowing.ts';
import { firstTiming, isOnAtFirst, nextDueAt } from '../domain/schedule.ts';

/**
 * A team has its summaries from its first watch on: the brief and the alert on unusual volume come by themselves, the
 * others wait until a manager wants them. Their times follow the team's zone, office days and holidays.
 */
export async function keepSchedules(deps: Deps): Promise<void> {
  const team = await getTeam(deps.db, deps.teamId);
  const known = await listSchedules(deps.db, deps.teamId);
  if (known.length < SCHEDULE_KINDS.length) await makeMissing(deps, team);
  const now = deps.clock();
  for (const row of known) {
    if (!followsTheTeam(row, now)) continue;
    const dueAt = nextDueAt(rowToTiming(row), now, officeTeam(team));
    if (+dueAt !== Number(row.due_at)) await moveDue(deps.db, row, dueAt);
  }
}

/** Not what is due, under way, tried again after a failure, or looked for by the minute. */
function followsTheTeam({ kind, due_at: dueAt, tries, last_error: error }: ScheduleRow, now: Date): boolean {
  return kind !== 'spike' && dueAt !== null && dueAt > now && tries === 0 && error === null;
}

async function makeMissing(deps: Deps, team: TeamRow): Promise<void> {
  const [first] = await listWatches(deps.db, deps.teamId);
  if (!first) return;
  const now = deps.clock();
  const schedules = SCHEDULE_KINDS.map((kind): NewSchedule => {
    const timing = firstTiming(kind, officeTeam(team));
    const isPaused = !isOnAtFirst(kind);
    const dueAt = isPaused ? null : nextDueAt(timing, now, officeTeam(team));
    return { ...timing, channelId: team.default_channel ?? first.channel_id, isPaused, dueAt };
  });
  await makeSchedules(deps.db, deps.teamId, schedules, now);
}
