import { fail, type Leased, postpone } from '../db/due.ts';
import { leaseSchedules, rowToTiming, settleSchedule } from '../db/schedules.ts';
import { insertSummary } from '../db/summaries.ts';
import { getTeam, officeTeam } from '../db/teams.ts';
import type { Deps } from '../deps.ts';
import { nextDueAt } from '../domain/schedule.ts';
import { SlackTrouble } from '../slack/port.ts';
import { buildSummary } from './build-summary.ts';
import { keepSchedules } from './keep-schedules.ts';
import { scopeOf } from './summary-scope.ts';
import { watchVolume } from './watch-volume.ts';

/** Longer than any summary takes to be made. */
const LEASE_MS = 120_000;
/** While Slack cannot say who reads a channel, nobody is to blame: it is asked again a little later. */
const AGAIN_MS = 60_000;

/** Posts every summary whose time has come: once, however many replicas wake and however long all were down. */
export async function postSummaries(deps: Deps): Promise<number> {
  await keepSchedules(deps);
  const now = deps.clock();
  const due = await leaseSchedules(deps.db, deps.teamId, now, LEASE_MS);
  for (const row of due) {
    try {
      await post(deps, row, now);
    } catch (error) {
      if (error instanceof SlackTrouble && error.kind !== 'refused') {
        await postpone(deps.db, 'schedules', row, new Date(+now + AGAIN_MS), error.message);
        continue;
      }
      deps.log.error({ schedule: row.kind, error: String(error) }, 'a summary could not be made');
      await fail(deps.db, 'schedules', row, String(error).slice(0, 500), now);
    }
  }
  return due.length;
}

/** Makes it, and keeps it together with its posting and its next time: all of it or nothing. */
async function post(deps: Deps, row: Leased<'schedules'>, now: Date): Promise<void> {
  const team = await getTeam(deps.db, deps.teamId);
  const dueAt = nextDueAt(rowToTiming(row), now, officeTeam(team));
  const { kind, channel_id: channelId, last_at: lastAt } = row;
  if (kind === 'spike') {
    await watchVolume(deps);
    await deps.db.transaction().execute((trx) => settleSchedule(trx, row, { dueAt, lastAt: now }));
    return;
  }
  const scope = await scopeOf(deps, channelId);
  const facts = await buildSummary(deps, scope, { kind, now, lastAt, timezone: team.timezone });
  await deps.db.transaction().execute(async (trx) => {
    if (!(await settleSchedule(trx, row, { dueAt, lastAt: now }))) return;
    await insertSummary(trx, { teamId: deps.teamId, channelId, facts }, now);
  });
}
