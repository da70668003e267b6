import type { PracticeMessage } from '../../wire.ts';
import { compareTs } from '../store/apply-event.ts';
import { dateParts, ordinal, relativeDay } from '../text/format-date.ts';

/** A message with how it is drawn: joined to the one before, and under the line that says "New". */
export type Row = { message: PracticeMessage; compact: boolean; opensNew: boolean };

export type DayRows = { key: string; label: string; rows: Row[] };

const TOGETHER_MS = 5 * 60_000;

/** The moment of a message in milliseconds. */
export function timeOf(ts: string): number {
  return Math.floor(Number(ts) * 1000);
}

/** Is it a reply inside a thread (and not also sent to the channel)? */
export function isThreadReply(message: PracticeMessage): boolean {
  return message.threadTs !== undefined && message.threadTs !== message.ts && message.subtype !== 'thread_broadcast';
}

/** Is it a line the workspace itself writes, such as "Ana joined"? */
export function isSystemLine(message: PracticeMessage): boolean {
  return /^(channel|group)_|^tombstone$/.test(message.subtype ?? '');
}

/** The days of a pane with their messages, joined when one person goes on talking. */
export function daysOf(messages: PracticeMessage[], now: number, newSince: string | null, me: string): DayRows[] {
  const days: DayRows[] = [];
  let saidNew = newSince === null;
  let before: PracticeMessage | null = null;
  for (const message of messages) {
    const at = timeOf(message.ts);
    const { year, month, day } = dateParts(at);
    const key = `${year}-${month}-${day}`;
    const opensDay = days.at(-1)?.key !== key;
    if (opensDay) days.push({ key, label: dayLabel(at, now), rows: [] });
    const opensNew = !saidNew && message.user !== me && compareTs(message.ts, newSince ?? '0') > 0;
    saidNew ||= opensNew;
    const compact = !opensDay && !opensNew && before !== null && goesOn(before, message);
    days.at(-1)?.rows.push({ message, compact, opensNew });
    before = message;
  }
  return days;
}

/** Cards and ballots each stand for themselves, however close they follow each other. */
function goesOn(before: PracticeMessage, message: PracticeMessage): boolean {
  const near = timeOf(message.ts) - timeOf(before.ts) < TOGETHER_MS;
  const plain = !isSystemLine(before) && !isSystemLine(message) && before.ephemeralFor === message.ephemeralFor;
  const shut = before.replyCount === 0 && !message.ephemeralFor;
  const spoken = before.blocks.length === 0 && message.blocks.length === 0;
  const sameName = before.user === message.user && before.username === message.username;
  return sameName && near && plain && shut && spoken;
}

/** "Today", "Yesterday" or "Friday, August 14th". */
export function dayLabel(at: number, now: number): string {
  const near = relativeDay(at, { now });
  if (near) return near.charAt(0).toUpperCase() + near.slice(1);
  const parts = dateParts(at);
  const suffix = parts.year === dateParts(now).year ? '' : `, ${parts.year}`;
  return `${parts.weekday}, ${parts.monthName} ${ordinal(parts.day)}${suffix}`;
}
