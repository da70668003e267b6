import type { PageState } from '../../wire.ts';
import { compareTs } from './apply-event.ts';

/** Channel id, or the key of a thread -> the ts up to which this person has read. */
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

/** The key of a thread among the marks. */
export function threadKey(channel: string, rootTs: string): string {
  return `${channel}/${rootTs}`;
}

/** How many replies of others are new in each thread that this person follows: one they wrote in, or have looked into. */
export function countThreadNews(state: PageState, marks: ReadMarks): Record<string, number> {
  const seen: ReadMarks = { ...marks };
  const counts: Record<string, number> = {};
  for (const message of state.messages) {
    if (!message.threadTs || message.threadTs === message.ts || message.ephemeralFor) continue;
    const key = threadKey(message.channel, message.threadTs);
    const mark = seen[key];
    if (message.user === state.me) {
      delete counts[key];
      if (compareTs(message.ts, mark ?? '0') > 0) seen[key] = message.ts;
    } else if (mark !== undefined && compareTs(message.ts, mark) > 0) {
      counts[key] = (counts[key] ?? 0) + 1;
    }
  }
  return counts;
}

/** The newest message of a thread, its root included. */
export function latestInThread(state: PageState, channel: string, rootTs: string): string {
  return state.messages.reduce(
    (latest, each) =>
      each.channel === channel && each.threadTs === rootTs && compareTs(each.ts, latest) > 0 ? each.ts : latest,
    rootTs,
  );
}
