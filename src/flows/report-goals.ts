import { countOpenSince } from '../db/report-mentions.ts';
import type { PlacedCount } from '../db/tally-sums.ts';
import { officeTeam } from '../db/teams.ts';
import type { Deps } from '../deps.ts';
import { isMet, type Measured, reached } from '../domain/goal.ts';
import { officeTimeBefore } from '../domain/office-time.ts';
import type { GoalResult } from '../domain/report.ts';
import { bucketsOf, countsOf } from '../domain/report-counts.ts';
import type { Goal } from '../domain/settings.ts';
import { longerThan } from '../domain/time-buckets.ts';
import { goalsOf, isNamed, type ReportRequest, rangeOf } from './report-request.ts';

const HOUR = 60 * 60_000;

/** The goals for such a period: all that the reader may see, or those of the watch that the report is about. */
export async function goalResults(deps: Deps, request: ReportRequest, ofSeen: PlacedCount[]): Promise<GoalResult[]> {
  const results: GoalResult[] = [];
  for (const goal of goalsOf(request)) {
    const measured = await measure(deps, request, goal, ofSeen);
    const actual = reached(goal, measured);
    results.push({ goal, actual, met: isMet(goal, actual, request.period.isRunning) });
  }
  return results;
}

async function measure(deps: Deps, request: ReportRequest, goal: Goal, ofSeen: PlacedCount[]): Promise<Measured> {
  const { seen } = request;
  const watchIds = seen.flatMap((watch) => (goal.watch === undefined || isNamed(watch, goal.watch) ? [watch.id] : []));
  const rows = ofSeen.filter(({ watchId }) => watchIds.includes(watchId));
  return {
    counts: countsOf(rows),
    allMentions: countsOf(ofSeen).mentions,
    openLonger: goal.hours === undefined ? 0 : await countOpenLonger(deps, request, watchIds, rows, goal.hours),
  };
}

/** Those that took longer until somebody was done with them, and those that wait for longer. */
async function countOpenLonger(
  deps: Deps,
  request: ReportRequest,
  watchIds: number[],
  rows: PlacedCount[],
  hours: number,
): Promise<number> {
  const since = officeTimeBefore(request.now, hours * HOUR, officeTeam(request.team));
  const found = { teamId: deps.teamId, watchIds, range: rangeOf(request) };
  return longerThan(bucketsOf(rows, 'to_close'), hours * HOUR) + (await countOpenSince(deps.db, found, since));
}
