import type { Fault } from './fault.ts';

/** Watches, departments, goals and the sources of a watch that stand twice; asked of the file before any check. */
export function duplicateFaults(file: unknown): Fault[] {
  const watches = listIn(file, 'watches');
  return [
    ...repeats(watches, nameKey).map((index) => twice(['watches', index, 'name'], 'watch')),
    ...repeats(listIn(file, 'departments'), nameKey).map((index) =>
      twice(['departments', index, 'name'], 'department'),
    ),
    ...repeats(listIn(file, 'goals'), goalKey).map((index) => twice(['goals', index], 'goal')),
    ...watches.flatMap((watch, index) =>
      repeats(listIn(watch, 'sources'), sourceKey).map((at) => twice(['watches', index, 'sources', at], 'source')),
    ),
  ];
}

function twice(path: PropertyKey[], what: string): Fault {
  return { path, problem: `is a ${what} that stands in the list already` };
}

/** Where in the list a key comes again. */
function repeats(list: unknown[], keyOf: (entry: unknown) => string | undefined): number[] {
  const seen = new Set<string>();
  return list.flatMap((entry, index) => {
    const key = keyOf(entry);
    const isRepeat = key !== undefined && seen.has(key);
    if (key !== undefined) seen.add(key);
    return isRepeat ? [index] : [];
  });
}

function nameKey(entry: unknown): string | undefined {
  const name = fields(entry).name;
  return typeof name === 'string' ? name.trim().normalize('NFKC').toLowerCase() : undefined;
}

function goalKey(entry: unknown): string | undefined {
  const { metric, period, watch, department, hours } = fields(entry);
  if (metric === undefined || period === undefined) return undefined;
  return JSON.stringify([metric, period, nameKey({ name: watch }), nameKey({ name: department }), hours]);
}

/** What a source fetches; how often and how far back do not make it another one. */
function sourceKey(entry: unknown): string | undefined {
  const { every: _, backfill: __, ...rest } = fields(entry);
  const pairs = Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1));
  return pairs.length === 0 ? undefined : JSON.stringify(pairs);
}

function listIn(value: unknown, key: string): unknown[] {
  const list = fields(value)[key];
  return Array.isArray(list) ? list : [];
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
