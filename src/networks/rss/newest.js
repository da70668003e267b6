const maxEntries = 500;

/**
 * The entries that are read at all, the newest 500. Feeds put the newest first; where there are too many and each has
 * a date, the dates decide.
 * @template T
 * @param {T[]} entries
 * @param {(entry: T) => string | undefined} dateOf
 */
export function newest(entries, dateOf) {
  if (entries.length <= maxEntries) return entries;
  const dated = entries.map((entry) => ({ entry, at: Date.parse(dateOf(entry) ?? '') }));
  if (dated.every(({ at }) => !Number.isNaN(at))) dated.sort((a, b) => b.at - a.at);
  return dated.slice(0, maxEntries).map(({ entry }) => entry);
}
