import { DateTime, type DateTimeUnit } from 'luxon';

export { formatDuration, parseDuration } from './duration.ts';
export { formatOfficeHours, parseOfficeHours } from './office-hours.ts';

/** From `from` on, up to but not including `to`. */
export type Range = { from: Date; to: Date };

/** An instant as people of the zone write it: "Mon 23 Nov, 09:00 CET". An unknown zone is told in UTC. */
export function formatAbsolute(date: Date, zone: string): string {
  const local = inZone(date, zone).setLocale('en-US');
  return `${local.toFormat('ccc d LLL, HH:mm')} ${zoneName(local)}`;
}

/** The local day around `now`, 23 to 25 hours long. */
export function dayRange(now: Date, zone: string): Range {
  return rangeAround(now, zone, 'day');
}

/** The local ISO week around `now`, from Monday on. */
export function weekRange(now: Date, zone: string): Range {
  return rangeAround(now, zone, 'week');
}

function rangeAround(now: Date, zone: string, unit: Extract<DateTimeUnit, 'day' | 'week'>): Range {
  const from = inZone(now, zone).startOf(unit);
  const to = from.plus({ [unit]: 1 }).startOf(unit);
  return { from: from.toJSDate(), to: to.toJSDate() };
}

function inZone(date: Date, zone: string): DateTime {
  const local = DateTime.fromJSDate(date, { zone });
  return local.isValid ? local : DateTime.fromJSDate(date, { zone: 'utc' });
}

/** English short names are split: en-US knows EST, en-GB CET, en-IN IST. What neither knows stays an offset. */
function zoneName(local: DateTime): string {
  const names = ['en-US', 'en-GB', 'en-AU', 'en-IN'].map((locale) => local.setLocale(locale).offsetNameShort ?? '');
  return names.find((name) => !/^(GMT|UTC)[+-]/.test(name)) ?? local.toFormat("'UTC'ZZ");
}
