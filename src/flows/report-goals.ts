import { countOpenSince } from '../db/report-mentions.ts';
import { type Counted, sumAll, sumByWatch } from '../db/tally-sums.ts';
import { officeTeam } from '../db/teams.ts';
import type { Deps } from '../deps.ts';
import { isMet, type Measured, reached } from '../domain/goal.ts';
import { officeTimeBefore } from '../domain/office-time.ts';
import type { Counts, GoalResult } from '../domain/report.ts';
import { bucketsOf, COUNTED, countsOf } from '../domain/report-counts.ts';
import type { Goal } from '../domain/settings.ts';
import { longerThan } from '../domain/time-buckets.ts';
import { goalsOf, isNamed, type ReportRequest, rangeOf } from './report-request.ts';

const HOUR = 60 * 60_000;

/** What the report counted. */
type OfReport = { counted: Counted; counts: Counts };

/** The goals for such a period: all that the reader may see, or those of the watch that the report is about. */
export async function goalResults(deps: Deps, request: ReportRequest, report: OfReport): Promise<GoalResult[]> {
  const results: GoalResult[] = [];
  for (const goal of goalsOf(request)) {
    const actual = reached(goal, await measure(deps, request, goal, report));
    results.push({ goal, actual, met: isMet(goal, actual, request.period.isRunning) });
  }
  return results;
}

async function measure(deps: Deps, request: ReportRequest, goal: Goal, report: OfReport): Promise<Measured> {
  const { seen } = request;
  const watchIds = seen.flatMap((watch) => (goal.watch === undefined || isNamed(watch, goal.watch) ? [watch.id] : []));
  const counted = { ...report.counted, watchIds };
  const isSame = String(watchIds) === String(report.counted.watchIds);
  return {
    counts: isSame ? report.counts : countsOf(await sumAll(deps.db, counted, COUNTED)),
    allMentions: goal.metric === 'share_of_voice' ? await countSeen(deps, request, report) : 0,
    openLonger: goal.hours === undefined ? 0 : await countOpenLonger(deps, request, counted, goal.hours),
  };
}

/** The mentions of all watches that the reader may see. */
async function countSeen({ db }: Deps, { seen }: ReportRequest, { counted }: OfReport): Promise<number> {
  const ofWatch = await sumByWatch(db, { ...counted, watchIds: seen.map(({ id }) => id) });
  return [...ofWatch.values()].reduce((sum, mentions) => sum + mentions, 0);
}

/** Those that took longer until somebody was done with them, and those that wait for longer. */
async function countOpenLonger(deps: Deps, request: ReportRequest, counted: Counted, hours: number): Promise<number> {
  const since = officeTimeBefore(request.now, hours * HOUR, officeTeam(request.team));
  const { teamId, watchIds } = counted;
  const waiting = await countOpenSince(deps.db, { teamId, watchIds, range: rangeOf(request) }, since);
  return waiting + longerThan(bucketsOf(await sumAll(deps.db, counted, ['to_close']), 'to_close'), hours * HOUR);
}
