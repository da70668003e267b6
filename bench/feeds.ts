import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { closeFeedReader, type ParsedFeed, parseFeed } from '../src/networks/rss/parse-feed.ts';

const slowMs = 2000;

type Reading = { file: string; feed?: ParsedFeed; error?: string; ms: number };

/**
 * Reads every file below `dir` as a feed of unknown kind, as a poll would, and prints the share that could be read
 * and the slowest; with `json`, one line an item and nothing else.
 */
export async function benchFeeds(dir: string, { json }: { json: boolean }): Promise<void> {
  const readings: Reading[] = [];
  for (const file of await filesBelow(dir)) {
    const reading = await readOne(dir, file);
    readings.push(reading);
    if (json) printItems(reading);
  }
  await closeFeedReader();
  if (!json) printSummary(readings);
}

async function filesBelow(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function readOne(dir: string, path: string): Promise<Reading> {
  const file = relative(dir, path);
  const bytes = await readFile(path);
  const startedAt = performance.now();
  try {
    const feed = await parseFeed(bytes);
    return { file, feed, ms: performance.now() - startedAt };
  } catch (error) {
    return { file, error: error instanceof Error ? error.message : String(error), ms: performance.now() - startedAt };
  }
}

function printItems({ file, feed }: Reading): void {
  for (const { id, title, url, publishedAt, updatedAt, author, text } of feed?.items ?? []) {
    const item = { file, id, title, link: url, published: publishedAt, updated: updatedAt, author: author?.name, text };
    console.log(JSON.stringify(item));
  }
}

function printSummary(readings: Reading[]): void {
  const read = readings.filter(({ feed }) => feed);
  const withItems = read.filter(({ feed }) => feed && feed.items.length > 0);
  console.log(`files      ${readings.length}`);
  console.log(`read       ${read.length} (${percent(read.length, readings.length)})`);
  console.log(`with items ${withItems.length} (${percent(withItems.length, readings.length)})`);
  const [slowest, ...others] = readings.toSorted((a, b) => b.ms - a.ms);
  if (slowest) console.log(`slowest    ${slowest.file}, ${Math.round(slowest.ms)} ms`);
  for (const { file, ms } of [slowest, ...others].filter((reading) => reading && reading.ms > slowMs) as Reading[]) {
    console.log(`over 2 s   ${file}, ${Math.round(ms)} ms`);
  }
  for (const [error, count] of faults(readings)) console.log(`${String(count).padStart(10)} ${error}`);
}

/** How often each refusal was given. */
function faults(readings: Reading[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { error } of readings) if (error) counts.set(error, (counts.get(error) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
}
