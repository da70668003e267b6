import { countTones } from '../db/summary-facts.ts';
import { getTeam } from '../db/teams.ts';
import type { Deps } from '../deps.ts';
import { daysBefore } from '../domain/schedule.ts';
import { type InfluencersFacts, NOTHING_LEFT_OUT } from '../domain/summary.ts';
import { readInfluencerSummary } from './read-influencers.ts';
import type { SummaryScope } from './summary-scope.ts';

/** Who spoke of us in the last seven days, and who of us spoke. */
export async function buildInfluencers(
  deps: Deps,
  { reach, privateWatches }: SummaryScope,
  now: Date,
): Promise<InfluencersFacts> {
  const { timezone } = await getTeam(deps.db, deps.teamId);
  const from = daysBefore(now, 7, timezone);
  const summary = await readInfluencerSummary(deps, { channels: reach.channels, from, to: now, timezone });
  const { backfilled } = await countTones(reach, [from, now]);
  return {
    ...summary,
    kind: 'influencers',
    leftOut: { ...NOTHING_LEFT_OUT, privateWatches, backfilled: backfilled[0] ?? 0 },
  };
}
