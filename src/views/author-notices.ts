import type { KnownAuthor } from '../domain/author.ts';
import { escapeMrkdwn } from '../domain/text.ts';
import { nameOf } from './influence-words.ts';
import { type Named, named } from './owner-notices.ts';

// What is said about people outside, as mrkdwn: what they wrote is escaped.

/** For somebody who watches an author, by direct message. */
export function watchedAuthorNotice(author: Pick<KnownAuthor, 'name' | 'handle'>, mention: Named): string {
  const who = escapeMrkdwn(nameOf(author)) || 'An author';
  return `${who}, whom you watch, wrote again: ${named(mention)}. To be told no more, open “About the author…” under “More…” on its card.`;
}
