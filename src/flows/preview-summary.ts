import { findSchedule } from '../db/schedules.ts';
import { getTeam } from '../db/teams.ts';
import type { Deps } from '../deps.ts';
import type { ScheduleKind } from '../domain/knowing.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { SummaryFacts } from '../domain/summary.ts';
import { buildSummary } from './build-summary.ts';
import { keepSchedules } from './keep-schedules.ts';
import { scopeOf } from './summary-scope.ts';
import { readBusiest } from './watch-volume.ts';

/** A summary as it would be posted at this moment; no facts where there is nothing that an alert could tell of. */
export type SummaryPreview = {
  kind: ScheduleKind;
  channelId: string;
  isPaused: boolean;
  facts: SummaryFacts | undefined;
};

/** What the team's summary of this kind would say now, as far as this person may read it. */
export async function previewSummary(
  deps: Deps,
  { personId, kind }: { personId: string; kind: ScheduleKind },
): Promise<SummaryPreview | Refusal> {
  await keepSchedules(deps);
  const row = await findSchedule(deps.db, deps.teamId, kind);
  if (!row) return { refusal: 'no_watch' };
  const { channel_id: channelId, last_at: lastAt } = row;
  const scope = await scopeOf(deps, channelId, personId);
  const { timezone } = await getTeam(deps.db, deps.teamId);
  const facts =
    kind === 'spike'
      ? await readBusiest(deps, scope.reach.channels)
      : await buildSummary(deps, scope, { kind, now: deps.clock(), lastAt, timezone });
  return { kind, channelId, isPaused: row.paused_at !== null, facts };
}
