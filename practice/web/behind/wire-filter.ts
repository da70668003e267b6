import type { WireEntry } from '../../wire.ts';

/** What the inspector shows: entries of one kind (or all), those that failed, those with these words. */
export type WireFilter = { kind: WireEntry['kind'] | 'all'; failedOnly: boolean; words: string };

export const SHOW_ALL: WireFilter = { kind: 'all', failedOnly: false, words: '' };

/** The entries that pass the filter, those that began last first: a press stands under the calls it led to. */
export function filterEntries(entries: WireEntry[], { kind, failedOnly, words }: WireFilter): WireEntry[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return entries
    .filter((one) => (kind === 'all' || one.kind === kind) && !(failedOnly && one.ok))
    .filter((one) => {
      const text = `${one.name} ${one.about} ${one.note}`.toLowerCase();
      return wanted.every((word) => text.includes(word));
    })
    .sort((one, other) => other.atMs - one.atMs || other.id - one.id);
}

/** How an entry ended: "ok", or what Slack or the app said instead. */
export function outcome({ ok, note }: WireEntry): string {
  if (ok) return note ? `ok, ${note}` : 'ok';
  return note || 'failed';
}
