import { type Day, formatDay } from '../domain/day.ts';
import type { NamedPeriod } from '../domain/report-asked.ts';
import { count, number } from './labels.ts';
import { oneLine } from './rich-text.ts';

const NOT_OVER: Record<NamedPeriod, string> = {
  today: 'Today is not over yet, and yesterday is counted whole.',
  week: 'This week is not over yet, so it is compared with as many days of the week before.',
  month: 'This month is not over yet, so it is compared with as many days of the month before.',
  quarter: 'This quarter is not over yet, so it is compared with as many days of the quarter before.',
};

/** The period still runs. */
export function notOverNote(period: NamedPeriod | null): string {
  return period ? NOT_OVER[period] : 'Its last day is not over yet.';
}

/** A watch that was not there from the first day on, or not in the time that is compared with. */
export function beganLaterNote(watch: string, since: Day, now: Date, zone: string): string {
  return `${oneLine(watch, 40)} has been watched only since ${formatDay(since, now, zone)}.`;
}

/** More watches of that kind. */
export function moreBeganLaterNote(more: number): string {
  return `${count(more, 'more watch', 'more watches')} began after the first of the days that are counted or compared with.`;
}

/** A median of hardly anything. */
export function fewMeasuredNote(what: 'claim' | 'reply', measured: number): string {
  const [one, many] = what === 'claim' ? ['claim', 'claims'] : ['reply', 'replies'];
  return `Only ${count(measured, one, many)} could be measured, which says little about how long ${many} take.`;
}

/** Mentions that are older than the tallies. */
export function uncountedNote(mentions: number): string {
  const verb = mentions === 1 ? 'is' : 'are';
  return `${number(mentions)} older ${mentions === 1 ? 'mention' : 'mentions'} of these days ${verb} still being counted.`;
}

/** A report about one watch has only that watch's goals. */
export function otherGoalsNote(goals: number): string {
  return goals === 1
    ? '1 goal that looks at other watches is left out.'
    : `${number(goals)} goals that look at other watches are left out.`;
}
