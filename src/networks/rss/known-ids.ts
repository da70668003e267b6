import { createHash } from 'node:crypto';
import type { FeedItem } from './feed-items.ts';

/** From what an item looks like to the id it had when it was last seen. */
export type KnownIds = Record<string, string>;

const maxKnown = 100;

/**
 * Some feeds give every item a new guid at every visit. An item that looks exactly like one of the last visit, whose
 * id is no longer there, keeps that id; otherwise the whole feed would be news each time. Pure.
 */
export function keepKnownIds(items: FeedItem[], known: KnownIds): { items: FeedItem[]; known: KnownIds } {
  const present = new Set(items.map(({ id }) => id));
  const kept = items.map((item) => {
    const before = known[looks(item)];
    if (before === undefined || present.has(before)) return item;
    present.add(before);
    return { ...item, id: before };
  });
  return { items: kept, known: Object.fromEntries(kept.slice(0, maxKnown).map((item) => [looks(item), item.id])) };
}

function looks({ url, title, text, publishedAt }: FeedItem): string {
  const all = JSON.stringify([url, title, text, publishedAt]);
  return createHash('sha256').update(all).digest('base64url').slice(0, 12);
}
