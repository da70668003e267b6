import type { PageState } from '../../wire.ts';
import { compareTs } from './apply-event.ts';

/** Channel id -> the ts up to which this person has read. */
export type ReadMarks = Record<string, string>;

/** How many messages of each channel this person has not seen: roots by other people, not the private notes. */
export function countUnread(state: PageState, marks: ReadMarks): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const message of state.messages) {
    const isReply = message.threadTs !== undefined && message.threadTs !== message.ts;
    if (isReply || message.user === state.me || message.ephemeralFor || message.subtype) continue;
    if (compareTs(message.ts, marks[message.channel] ?? '0') <= 0) continue;
    counts[message.channel] = (counts[message.channel] ?? 0) + 1;
  }
  return counts;
}

/** The newest root of a channel, or '0' when it is empty. */
export function latestTs(state: PageState, channel: string): string {
  return state.messages.reduce(
    (latest, each) => (each.channel === channel && compareTs(each.ts, latest) > 0 ? each.ts : latest),
    '0',
  );
}
