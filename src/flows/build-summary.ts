import type { Deps } from '../deps.ts';
import type { ScheduleKind } from '../domain/knowing.ts';
import { daysBefore } from '../domain/schedule.ts';
import type { SummaryFacts } from '../domain/summary.ts';
import { buildBrief } from './build-brief.ts';
import { buildInfluencers } from './build-influencers.ts';
import { buildSentiment } from './build-sentiment.ts';
import type { SummaryScope } from './summary-scope.ts';

/** A brief never looks further back than this, however long nobody made one. */
const BRIEF_DAYS = 7;

/** What the clock posts at its hour. */
export type TimedKind = Exclude<ScheduleKind, 'spike'>;

/** What a summary of this kind shows if it is made now; `lastAt` is when the one before was. */
export function buildSummary(
  deps: Deps,
  scope: SummaryScope,
  wish: { kind: TimedKind; now: Date; lastAt: Date | null; timezone: string },
): Promise<SummaryFacts> {
  const { kind, now, lastAt, timezone } = wish;
  if (kind === 'influencers') return buildInfluencers(deps, scope, now);
  if (kind !== 'brief') return buildSentiment(deps, scope, { kind, now, lastAt });
  const earliest = daysBefore(now, BRIEF_DAYS, timezone);
  const since = lastAt ?? daysBefore(now, 1, timezone);
  return buildBrief(deps, scope, { from: since > earliest ? since : earliest, to: now });
}
