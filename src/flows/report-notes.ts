import { dayOf } from '../domain/day.ts';
import type { Counts } from '../domain/report.ts';
import {
  beganLaterNote,
  fewMeasuredNote,
  moreBeganLaterNote,
  notOverNote,
  otherGoalsNote,
  uncountedNote,
} from '../views/report-notes.ts';
import { goalsOf, type ReportRequest } from './report-request.ts';

/** Fewer measured than this say little about a median. */
const MIN_MEASURED = 5;
/** So many watches are named. */
const MAX_NAMED = 3;

/** What a reader must know to read the numbers rightly. */
export function reportNotesOf(
  request: ReportRequest,
  { counts, uncounted }: { counts: Counts; uncounted: number },
): string[] {
  const { asked, period } = request;
  const name = typeof asked.period === 'string' ? asked.period : null;
  const few = (what: 'claim' | 'reply', measured: number) =>
    measured > 0 && measured < MIN_MEASURED ? [fewMeasuredNote(what, measured)] : [];
  const others = asked.watch === null ? 0 : goalsOf({ ...request, asked: { ...asked, watch: null } }).length;
  const hidden = others - (asked.watch === null ? 0 : goalsOf(request).length);
  return [
    ...(period.isRunning ? [notOverNote(name)] : []),
    ...beganLater(request),
    ...(uncounted > 0 ? [uncountedNote(uncounted)] : []),
    ...few('claim', counts.toClaim.measured),
    ...few('reply', counts.toReply.measured),
    ...(hidden > 0 ? [otherGoalsNote(hidden)] : []),
  ];
}

/** Watches that were not there from the first of the days on, those that were compared with among them. */
function beganLater({ watches, period, team, now }: ReportRequest): string[] {
  const late = watches.filter(({ created_at }) => dayOf(created_at, team.timezone) > period.before.first);
  const named = late
    .slice(0, MAX_NAMED)
    .map(({ name, created_at }) => beganLaterNote(name, dayOf(created_at, team.timezone), now, team.timezone));
  return late.length > MAX_NAMED ? [...named, moreBeganLaterNote(late.length - MAX_NAMED)] : named;
}
