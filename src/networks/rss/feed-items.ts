import { createHash } from 'node:crypto';
import type { FetchedItem } from '../../domain/item.ts';
import { readAuthor } from './author.ts';
import { readDate } from './dates.ts';
import { readLink } from './links.ts';
import type { RawEntry, RawFeed } from './raw-feed.ts';

/** An item whose `id` is the feed's own: unique within the feed only. */
export type FeedItem = Omit<FetchedItem, 'externalId'> & { id: string };

const maxIdChars = 200;

/**
 * The entries of a feed that was found at `url`, as items; what has neither title nor text nor link is left out. The
 * id is the guid, else the link, else a hash of title and date; a guid that stands on several pages is completed by
 * the link. Pure.
 */
export function feedItems(feed: RawFeed, url: string | undefined, now: Date): FeedItem[] {
  const items = feed.entries.map((entry) => itemOf(entry, feed, url, now)).filter(isWorthKeeping);
  const links = new Map<string, Set<string | undefined>>();
  for (const item of items) links.set(item.id, (links.get(item.id) ?? new Set()).add(item.url));
  const told = items.map((item) =>
    (links.get(item.id)?.size ?? 0) > 1 ? { ...item, id: shortId(`${item.id} ${item.url ?? hash(item.text)}`) } : item,
  );
  return [...new Map(told.toReversed().map((item) => [item.id, item])).values()].reverse();
}

function itemOf(entry: RawEntry, feed: RawFeed, url: string | undefined, now: Date): FeedItem {
  const bases = [url ?? feed.link, feed.base, entry.base];
  const link = readLink(entry.links, bases);
  const updatedAt = readDate(entry.updated, now);
  return {
    id: shortId(entry.id || link || hash(`${entry.title ?? ''}\n${entry.published ?? entry.updated ?? ''}`)),
    url: link,
    title: entry.title,
    text: entry.text,
    author: readAuthor(entry.authors.length > 0 ? entry.authors : feed.authors, bases),
    publishedAt: readDate(entry.published, now) ?? updatedAt,
    updatedAt,
    ...(entry.comments !== undefined && { engagement: entry.comments }),
  };
}

function isWorthKeeping({ title, text, url }: FeedItem): boolean {
  return title !== undefined || text !== '' || url !== undefined;
}

/** An id of any length as one that a database column likes. */
function shortId(id: string): string {
  return id.length <= maxIdChars ? id : `${id.slice(0, maxIdChars - 41)}#${hash(id)}`;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 40);
}
