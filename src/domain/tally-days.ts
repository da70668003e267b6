import type { Day } from './day.ts';
import { eachDay } from './report-days.ts';

/** How often the tallies are checked. */
export const CHECK_EVERY_MS = 10 * 60_000;

/** The days to check now: today, yesterday, and one day of the past after the other, over and over. Pure. */
export function daysToCheck(first: Day, today: Day, now: Date): Day[] {
  if (first > today) return [];
  const days = eachDay({ first, last: today }).reverse();
  const past = days.slice(2);
  const turn = past[Math.floor(+now / CHECK_EVERY_MS) % Math.max(1, past.length)];
  return [...days.slice(0, 2), ...(turn === undefined ? [] : [turn])];
}
