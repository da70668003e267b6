import { type OfficeTeam, officeTimeAfter, officeTimeBefore } from './office-time.ts';

const HOUR = 60 * 60_000;

/** A claimed mention in which nothing happens for so much office time has its claimant reminded. */
export const NUDGE_AFTER_MS = 4 * HOUR;
/** And once more, also in the thread, when as much again has passed and nothing happened; then it is let be. */
export const NUDGE_AGAIN_AFTER_MS = 8 * HOUR;

/** When the next reminder of a claim is due, and whether it is the second. */
export type Nudge = { dueAt: Date; isSecond: boolean };

/**
 * What is due after this record of a claimed mention, newest line first: anything but a reminder starts the time anew.
 * Undefined when both reminders were given. Pure.
 */
export function nextNudge(record: { act: string; at: Date }[], team: OfficeTeam): Nudge | undefined {
  const [last] = record;
  const given = record.findIndex(({ act }) => act !== 'nudge');
  if (!last || given < 0 || given > 1) return undefined;
  const afterMs = given === 0 ? NUDGE_AFTER_MS : NUDGE_AGAIN_AFTER_MS;
  return { dueAt: officeTimeAfter(last.at, afterMs, team), isSecond: given === 1 };
}

/** The latest instant of a last happening that makes a claim overdue by now. To the second. Pure. */
export function overdueSince(now: Date, team: OfficeTeam): Date {
  return officeTimeBefore(now, NUDGE_AFTER_MS, team);
}
