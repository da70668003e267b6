import { refreshEngagement } from '../db/engagement.ts';
import { holdStories, insertNewItems, listTextHashes, type NewItem } from '../db/items.ts';
import type { Trx } from '../db/schema.ts';
import { listListeners } from '../db/watches.ts';
import type { Deps } from '../deps.ts';
import type { FetchedItem } from '../domain/item.ts';
import { cleanItem } from './clean-item.ts';
import { followEdits } from './follow-edits.ts';
import { type Judged, type Listening, listening, wordsOf } from './listening.ts';
import { tellStories } from './tell-stories.ts';

/** Where items come from, as far as keeping them is concerned. */
export type Origin = {
  network: string;
  sourceId: number;
  /** On the first poll: how many of the newest matching items are shown; the rest is a silent baseline. */
  firstPoll: { show: number } | null;
};

export type Ingested = { items: number; mentions: number; sightings: number };

const NOTHING: Ingested = { items: 0, mentions: 0, sightings: 0 };

/** How many items share one transaction. */
const BATCH = 250;

/**
 * Keeps what a source yielded and makes mentions of what the listening watches match. Knowing an item already is no
 * fault, so this may be repeated. An item that cannot be kept is logged and stops no other.
 */
export async function ingestItems(deps: Deps, origin: Origin, fetched: FetchedItem[]): Promise<Ingested> {
  const watches = await listListeners(deps.db, origin.sourceId);
  const listeners = watches.map(listening);
  // Sources name the newest first: where no time tells, the order is turned round.
  const judged = once(fetched.flatMap((item) => judge(deps, origin, listeners, item)).reverse()).sort(byTime);
  const muted = mutedByBaseline(judged, origin);
  const { fresh, known, edited } = await sortOut(deps, origin, judged);
  const edits = await inBatches(deps, origin, edited, (trx, batch) =>
    followEdits(deps, trx, { sourceId: origin.sourceId, listeners }, batch),
  );
  await refreshEngagement(deps.db, deps.teamId, origin.network, known);
  const news = await inBatches(deps, origin, fresh, (trx, batch) => keep(deps, trx, origin, batch, muted));
  return add(edits, news);
}

/** The cleaned item with the watches that match it; nothing for an item that cannot even be read. */
function judge(deps: Deps, origin: Origin, listeners: Listening[], fetched: FetchedItem): Judged[] {
  try {
    const item = cleanItem(fetched, origin);
    const words = wordsOf(item);
    return [{ item, watches: listeners.filter(({ hears }) => hears(words)).map(({ watch }) => watch) }];
  } catch (error) {
    deps.log.warn({ source: origin.sourceId, error: String(error) }, 'an item could not be read');
    return [];
  }
}

/** What a source names twice at once is kept as it is named first. */
function once(judged: Judged[]): Judged[] {
  return [...new Map(judged.map((one) => [one.item.externalId, one])).values()];
}

/** Oldest first, so that a channel reads in the order things were said. */
function byTime(a: Judged, b: Judged): number {
  return Number(a.item.publishedAt ?? 0) - Number(b.item.publishedAt ?? 0);
}

/** External ids that the first poll keeps quiet about. */
function mutedByBaseline(judged: Judged[], origin: Origin): Set<string> {
  if (!origin.firstPoll) return new Set();
  const matching = judged.filter(({ watches }) => watches.length > 0);
  const quiet = matching.slice(0, Math.max(0, matching.length - origin.firstPoll.show));
  return new Set(quiet.map(({ item }) => item.externalId));
}

type Sorted = { fresh: Judged[]; known: NewItem[]; edited: Judged[] };

/** What is not kept yet, what is, and what of that is kept in other words: most of a feed was there at the last poll too. */
async function sortOut(deps: Deps, origin: Origin, judged: Judged[]): Promise<Sorted> {
  const ids = judged.map(({ item }) => item.externalId);
  const kept = await listTextHashes(deps.db, deps.teamId, origin.network, ids);
  return {
    fresh: judged.filter(({ item }) => !kept.has(item.externalId)),
    known: judged.map(({ item }) => item).filter(({ externalId }) => kept.has(externalId)),
    edited: judged.filter(({ item }) => (kept.get(item.externalId) ?? item.textHash) !== item.textHash),
  };
}

type Work = (trx: Trx, batch: Judged[]) => Promise<Ingested>;

async function inBatches(deps: Deps, origin: Origin, judged: Judged[], work: Work): Promise<Ingested> {
  let sum = NOTHING;
  for (let n = 0; n < judged.length; n += BATCH) {
    sum = add(sum, await oneBatch(deps, origin, judged.slice(n, n + BATCH), work));
  }
  return sum;
}

let turn: Promise<unknown> = Promise.resolve();

/** Batches of this process wait here, not at the database's lock, where each would hold a connection that clicks need. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.then(work);
  turn = mine.catch(() => {});
  return mine;
}

/**
 * The batch in one transaction; when that fails by what is in it, each item in its own. Trouble of the database itself is
 * nobody's fault: it is thrown, and the source is asked again, for nothing may be lost.
 */
async function oneBatch(deps: Deps, origin: Origin, batch: Judged[], work: Work): Promise<Ingested> {
  try {
    return await inTurn(() =>
      deps.db.transaction().execute(async (trx) => {
        await holdStories(trx, deps.teamId);
        return work(trx, batch);
      }),
    );
  } catch (error) {
    if (!isPoison(error)) throw error;
    if (batch.length === 1) {
      deps.log.warn({ source: origin.sourceId, error: String(error) }, 'an item could not be kept');
      return NOTHING;
    }
    let sum = NOTHING;
    for (const one of batch) sum = add(sum, await oneBatch(deps, origin, [one], work));
    return sum;
  }
}

/** SQL's classes for bad data, broken constraints and things too large; and our own stumbling over an odd item. */
function isPoison(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^(22|23|54)/.test(code) || error instanceof TypeError || error instanceof RangeError;
}

async function keep(deps: Deps, trx: Trx, origin: Origin, batch: Judged[], muted: Set<string>): Promise<Ingested> {
  const fresh = batch.map(({ item }) => item);
  const ids = await insertNewItems(trx, deps.teamId, fresh, deps.clock());
  const heard = batch.flatMap(({ item, watches }) => {
    const itemId = ids.get(item.externalId);
    const isQuiet = itemId === undefined || watches.length === 0 || muted.has(item.externalId);
    return isQuiet ? [] : [{ item, watches, itemId }];
  });
  const how = { sourceId: origin.sourceId, backfilled: origin.firstPoll !== null };
  return { items: ids.size, ...(await tellStories(deps, trx, heard, how)) };
}

function add(a: Ingested, b: Ingested): Ingested {
  return { items: a.items + b.items, mentions: a.mentions + b.mentions, sightings: a.sightings + b.sightings };
}
