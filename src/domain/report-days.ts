import { DateTime } from 'luxon';
import type { Day } from './day.ts';
import type { Days } from './report.ts';
import type { AskedPeriod, NamedPeriod } from './report-asked.ts';
import type { Period } from './settings.ts';

/** The days that a report counts, and those it compares them with. */
export type ReportDays = {
  days: Days;
  /** As many days before, as far as there are so many. */
  before: Days;
  /** Whether the last of its days is not over. */
  isRunning: boolean;
  /** What kind of goal looks at such a period; null for none. */
  goals: Period | null;
};

const UNITS = { today: 'day', week: 'week', month: 'month', quarter: 'quarter' } as const;

/** The days of a period as the team's calendar has them; weeks start on Monday. Undefined for days still to come. Pure. */
export function reportDays(period: AskedPeriod, today: Day): ReportDays | undefined {
  if (typeof period === 'string') return namedDays(period, today);
  const { first } = period;
  if (first > today) return undefined;
  const last = period.last < today ? period.last : today;
  const before = { first: plus(first, -lengthOf({ first, last })), last: plus(first, -1) };
  return { days: { first, last }, before, isRunning: period.last >= today, goals: goalsOf(period) };
}

/** From the period's beginning to today, and as far into the period before; a shorter one is taken whole. */
function namedDays(period: NamedPeriod, today: Day): ReportDays {
  const unit = UNITS[period];
  const start = at(today).startOf(unit);
  const days = { first: iso(start), last: today };
  const startBefore = start.minus({ [unit]: 1 });
  const elapsed = iso(startBefore.plus({ days: lengthOf(days) - 1 }));
  const endBefore = iso(start.minus({ days: 1 }));
  const before = { first: iso(startBefore), last: elapsed < endBefore ? elapsed : endBefore };
  return { days, before, isRunning: true, goals: unit };
}

/** Days that are exactly a day, a week from Monday on, a month or a quarter are looked at by its goals. */
function goalsOf({ first, last }: Days): Period | null {
  const isWhole = (unit: Period) => iso(at(first).startOf(unit)) === first && iso(at(first).endOf(unit)) === last;
  return Object.values(UNITS).find(isWhole) ?? null;
}

/** Every one of the days, in order. Pure. */
export function eachDay(days: Days): Day[] {
  return Array.from({ length: lengthOf(days) }, (_, n) => plus(days.first, n));
}

/** How many days there are, the first and the last included. Pure. */
export function lengthOf({ first, last }: Days): number {
  return Math.round(at(last).diff(at(first), 'days').days) + 1;
}

function plus(day: Day, days: number): Day {
  return iso(at(day).plus({ days }));
}

/** Days of a calendar have no zone: in UTC each is as long as the other. */
function at(day: Day): DateTime {
  return DateTime.fromISO(day, { zone: 'utc' });
}

function iso(at: DateTime): Day {
  return at.toFormat('yyyy-MM-dd');
}
