import { DateTime } from 'luxon';

/** A day of a calendar as people choose it, "2026-11-27": it becomes an instant only in a zone. */
export type Day = string;

/** The day of `at` on the wall calendar of the zone; an unknown zone counts as UTC. */
export function dayOf(at: Date, zone: string): Day {
  return local(at, zone).toFormat('yyyy-MM-dd');
}

/** The instant at which the day begins in the zone; undefined for what is no day. */
export function startOfDay(day: Day, zone: string): Date | undefined {
  return dayIn(day, zone)?.startOf('day').toJSDate();
}

/** The instant at which the day is over in the zone; undefined for what is no day. */
export function endOfDay(day: Day, zone: string): Date | undefined {
  const start = dayIn(day, zone);
  return start?.plus({ days: 1 }).startOf('day').toJSDate();
}

/** "Fri 27 Nov", with the year when it is not that of `now`; what is no day stays as it is. */
export function formatDay(day: Day, now: Date, zone: string): string {
  const start = dayIn(day, zone)?.setLocale('en-US');
  if (!start) return day;
  return start.toFormat(start.year === local(now, zone).year ? 'ccc d LLL' : 'ccc d LLL yyyy');
}

/** "June", with the year when it is not that of `now`. */
export function formatMonth(at: Date, now: Date, zone: string): string {
  const month = local(at, zone).setLocale('en-US');
  return month.toFormat(month.year === local(now, zone).year ? 'LLLL' : 'LLLL yyyy');
}

function dayIn(day: Day, zone: string): DateTime | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return undefined;
  const known = DateTime.fromISO(day, { zone });
  const start = known.isValid ? known : DateTime.fromISO(day, { zone: 'utc' });
  return start.isValid ? start : undefined;
}

function local(at: Date, zone: string): DateTime {
  const known = DateTime.fromJSDate(at, { zone });
  return known.isValid ? known : DateTime.fromJSDate(at, { zone: 'utc' });
}
