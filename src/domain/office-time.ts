import { FixedOffsetZone, IANAZone, type Zone } from 'luxon';
import type { OfficeHours } from './settings.ts';

/** What decides whether a team is at work: no office hours are all hours, and a holiday is off in any case. */
export type OfficeTeam = {
  timezone: string;
  officeHours?: OfficeHours | null | undefined;
  /** ISO dates in the team's zone. */
  holidays: string[];
};

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ALL_HOURS: OfficeHours = { days: [1, 2, 3, 4, 5, 6, 7], fromMinute: 0, toMinute: 24 * 60 };

/** Whether the clock on the team's wall stands within office hours, on a day that is no holiday. */
export function isOfficeTime(at: Date, team: OfficeTeam): boolean {
  const { isOpen } = stretchAt(+at, calendarOf(team));
  return isOpen;
}

/** `from` itself when it is office time, else the instant at which the office next opens. */
export function nextOfficeStart(from: Date, team: OfficeTeam): Date {
  for (const { start, isOpen } of stretchesFrom(from, team)) if (isOpen) return new Date(start);
  return from;
}

/** The first instant by which `durationMs` of office time have passed since `from`; `from` itself for none. */
export function officeTimeAfter(from: Date, durationMs: number, team: OfficeTeam): Date {
  let left = durationMs;
  if (left <= 0) return from;
  for (const { start, end, isOpen } of stretchesFrom(from, team)) {
    if (!isOpen) continue;
    if (end - start >= left) return new Date(start + left);
    left -= end - start;
  }
  return from;
}

/** Nothing is looked for further back than this, whatever the holidays. */
const LONGEST_REST_MS = 400 * DAY;

/** The latest instant since which `durationMs` of office time have passed by now: later ones are within it. To the second. */
export function officeTimeBefore(now: Date, durationMs: number, team: OfficeTeam): Date {
  let late = +now - LONGEST_REST_MS;
  let fresh = +now;
  while (fresh - late > 1_000) {
    const middle = Math.floor((late + fresh) / 2);
    if (officeTimeAfter(new Date(middle), durationMs, team) <= now) late = middle;
    else fresh = middle;
  }
  return new Date(late);
}

/** How much office time passes from one instant to another, in milliseconds; none when the other is no later. */
export function officeTimeBetween(from: Date, to: Date, team: OfficeTeam): number {
  if (to <= from) return 0;
  if (!team.officeHours && team.holidays.length === 0) return +to - +from;
  let sum = 0;
  for (const { start, end, isOpen } of stretchesFrom(from, team)) {
    if (start >= +to) break;
    if (isOpen) sum += Math.min(end, +to) - start;
  }
  return sum;
}

type Calendar = { zone: Zone; hours: OfficeHours; holidays: Set<string> };
/** In it the office is open, or closed, throughout. */
type Stretch = { start: number; end: number; isOpen: boolean };

function calendarOf(team: OfficeTeam): Calendar {
  const zone = IANAZone.create(team.timezone);
  const hours = team.officeHours ?? ALL_HOURS;
  // Hours that never come would hold a timer for ever.
  const canOpen = hours.days.length > 0 && hours.fromMinute < hours.toMinute;
  return {
    zone: zone.isValid ? zone : FixedOffsetZone.utcInstance,
    hours: canOpen ? hours : ALL_HOURS,
    holidays: new Set(team.holidays),
  };
}

/** One stretch after the other, without end: the holidays of a team are finite, so an open one always comes. */
function* stretchesFrom(from: Date, team: OfficeTeam): Generator<Stretch> {
  const calendar = calendarOf(team);
  for (let start = +from; ; ) {
    const stretch = stretchAt(start, calendar);
    yield stretch;
    start = stretch.end;
  }
}

/** From `start` until the wall clock reaches midnight or a border of the hours, or until it is set forward or back. */
function stretchAt(start: number, { zone, hours, holidays }: Calendar): Stretch {
  const offset = zone.offset(start);
  const local = start + offset * MINUTE;
  const midnight = Math.floor(local / DAY) * DAY;
  const sinceMidnight = local - midnight;
  const borders = [hours.fromMinute * MINUTE, hours.toMinute * MINUTE, DAY];
  const next = borders.find((border) => border > sinceMidnight) ?? DAY;
  const end = start + next - sinceMidnight;
  const isWorkday = hours.days.includes(isoWeekday(midnight)) && !holidays.has(isoDate(midnight));
  const isWithin = sinceMidnight >= hours.fromMinute * MINUTE && sinceMidnight < hours.toMinute * MINUTE;
  return { start, end: clockChange(zone, start, end) ?? end, isOpen: isWorkday && isWithin };
}

/** The first instant after `start` and before `end` at which the zone's clocks show another offset. */
function clockChange(zone: Zone, start: number, end: number): number | undefined {
  const offset = zone.offset(start);
  if (zone.offset(end) === offset) return undefined;
  let before = start;
  let after = end;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (zone.offset(middle) === offset) before = middle;
    else after = middle;
  }
  return after;
}

/** 1 is Monday, of local milliseconds since 1970-01-01, which was a Thursday. */
function isoWeekday(localMs: number): number {
  return ((((localMs / DAY + 3) % 7) + 7) % 7) + 1;
}

function isoDate(localMs: number): string {
  return new Date(localMs).toISOString().slice(0, 10);
}
