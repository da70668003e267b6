import { DateTime } from 'luxon';
import type { ScheduleKind } from './knowing.ts';
import type { OfficeTeam } from './office-time.ts';

/** When a summary is to be posted: minutes after midnight in the team's zone; weekly ones on 1 (Monday) to 7. */
export type Timing = { kind: ScheduleKind; atMinute: number; weekday: number | null };

/** What comes every day comes on office days only; what comes weekly keeps its weekday whatever is closed then. */
const DAILY: readonly ScheduleKind[] = ['brief', 'sentiment_daily'];

/** Unusual volume has no hour: it is looked for this often. */
const LOOK_EVERY_MS = 60_000;

/** Far enough to pass the longest row of holidays; beyond it every day is a working day. */
const MAX_DAYS = 400;

/**
 * The first time after `now` at which the summary is due. A time of day that the clocks skip is kept at the first moment
 * after the gap; one that they show twice counts once, the first time. Pure.
 */
export function nextDueAt(timing: Timing, now: Date, team: OfficeTeam): Date {
  if (timing.kind === 'spike') return new Date(+now + LOOK_EVERY_MS);
  const today = inZone(now, team.timezone).startOf('day');
  for (let days = 0; days < MAX_DAYS; days++) {
    const day = today.plus({ days });
    const due = isDayOf(timing, day, team) ? atMinuteOf(day, timing.atMinute) : now;
    if (due > now) return due;
  }
  return atMinuteOf(today.plus({ days: 1 }), timing.atMinute);
}

/** The same hour so many days earlier on the wall of the team's zone: 23 to 25 hours for one day. Pure. */
export function daysBefore(at: Date, days: number, zone: string): Date {
  return inZone(at, zone).minus({ days }).toJSDate();
}

function isDayOf({ kind, weekday }: Timing, day: DateTime, team: OfficeTeam): boolean {
  if (!DAILY.includes(kind)) return day.weekday === (weekday ?? 1);
  const workdays = team.officeHours?.days ?? [];
  const isWorkday = workdays.length === 0 || workdays.includes(day.weekday);
  return isWorkday && !team.holidays.includes(day.toFormat('yyyy-MM-dd'));
}

function atMinuteOf(day: DateTime, atMinute: number): Date {
  const { year, month, day: dayOfMonth } = day;
  const wanted = `${day.toFormat('yyyy-MM-dd')}T${clockOf(atMinute)}`;
  const shown = DateTime.fromObject(
    { year, month, day: dayOfMonth, hour: Math.floor(atMinute / 60), minute: atMinute % 60 },
    { zone: day.zone },
  );
  const [first = shown] = shown.getPossibleOffsets().sort((a, b) => +a - +b);
  return endOfGap(first, wanted).toJSDate();
}

/** Where the clocks skip what was wanted, luxon counts on from before the gap: back to the first minute after it. */
function endOfGap(found: DateTime, wanted: string): DateTime {
  const earlier = found.minus({ minutes: 1 });
  const isStillAfter = earlier.toFormat("yyyy-MM-dd'T'HH:mm") >= wanted;
  return isStillAfter && found.toFormat("yyyy-MM-dd'T'HH:mm") > wanted ? endOfGap(earlier, wanted) : found;
}

/** "09:30". */
export function clockOf(atMinute: number): string {
  return `${String(Math.floor(atMinute / 60)).padStart(2, '0')}:${String(atMinute % 60).padStart(2, '0')}`;
}

function inZone(at: Date, zone: string): DateTime {
  const local = DateTime.fromJSDate(at, { zone });
  return local.isValid ? local : DateTime.fromJSDate(at, { zone: 'utc' });
}

/** When a summary comes until somebody says otherwise: the brief as the office opens. Pure. */
export function firstTiming(kind: ScheduleKind, team: OfficeTeam): Timing {
  const weekday = isWeekly(kind) ? 1 : null;
  return { kind, weekday, atMinute: kind === 'brief' ? (team.officeHours?.fromMinute ?? FIRST.brief) : FIRST[kind] };
}

const FIRST: Record<ScheduleKind, number> = {
  brief: 9 * 60,
  sentiment_daily: 17 * 60,
  sentiment_weekly: 10 * 60,
  influencers: 10 * 60 + 30,
  spike: 0,
};

/** Whether it comes on one day of the week. */
export function isWeekly(kind: ScheduleKind): boolean {
  return kind === 'sentiment_weekly' || kind === 'influencers';
}

/** Whether a team has it without asking for it. */
export function isOnAtFirst(kind: ScheduleKind): boolean {
  return kind === 'brief' || kind === 'spike';
}
