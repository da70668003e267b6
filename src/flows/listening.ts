import type { NewItem } from '../db/items.ts';
import type { WatchRow } from '../db/schema.ts';
import { compilePhrases } from '../domain/matching.ts';

/** A watch with its ear. */
export type Listening = { watch: WatchRow; hears: (text: string) => boolean };

/** An item with the watches that match it. */
export type Judged = { item: NewItem; watches: WatchRow[] };

/** The watch, ready to hear many texts. */
export function listening(watch: WatchRow): Listening {
  const phrases = { any: watch.phrases_any, all: watch.phrases_all, none: watch.phrases_none };
  return { watch, hears: compilePhrases(phrases) };
}

/** Everything an item says. */
export function wordsOf({ title, text }: Pick<NewItem, 'title' | 'text'>): string {
  return [title, text].filter(Boolean).join('\n');
}
