import { nextOfficeStart, type OfficeTeam } from './office-time.ts';
import type { Refusal } from './refusal.ts';
import { dayRange, weekRange } from './time.ts';

/** How long to let a mention rest: one of the usual times, one of one's own, or until its author is heard again. */
export const SNOOZE_CHOICES = ['hour', 'tomorrow', 'monday', 'own', 'reply'] as const;
export type SnoozeChoice = (typeof SNOOZE_CHOICES)[number];
export type SnoozeWish = { choice: SnoozeChoice; at?: Date | undefined };

/** The usual times, each within office hours. */
export type SnoozeTimes = Record<'hour' | 'tomorrow' | 'monday', Date>;

const HOUR = 60 * 60_000;
const YEAR = 366 * 24 * HOUR;

/** A morning for teams that named no office hours. */
const FROM_NINE = { days: [1, 2, 3, 4, 5, 6, 7], fromMinute: 9 * 60, toMinute: 24 * 60 };

/** When each of the usual times would be, asked at `now`. Pure. */
export function snoozeTimes(now: Date, team: OfficeTeam): SnoozeTimes {
  const mornings = { ...team, officeHours: team.officeHours ?? FROM_NINE };
  return {
    hour: nextOfficeStart(new Date(+now + HOUR), team),
    tomorrow: nextOfficeStart(dayRange(now, team.timezone).to, mornings),
    monday: nextOfficeStart(weekRange(now, team.timezone).to, mornings),
  };
}

/** Until when a mention shall rest; null until its author is heard again. A time of one's own is taken as it is. Pure. */
export function snoozeUntil({ choice, at }: SnoozeWish, now: Date, team: OfficeTeam): Date | null | Refusal {
  if (choice === 'reply') return null;
  if (choice !== 'own') return snoozeTimes(now, team)[choice];
  const isFit = at !== undefined && at > now && +at <= +now + YEAR;
  return isFit ? at : { refusal: 'bad_time' };
}
