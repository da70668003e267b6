import { listItemsOf, listSourcesOf } from '../db/watch-settings.ts';
import { findWatch } from '../db/watches.ts';
import type { Deps } from '../deps.ts';
import { compilePhrases } from '../domain/matching.ts';
import type { WatchFacts, WatchPreview } from '../domain/settings-facts.ts';
import { clip } from '../domain/text.ts';
import { pollSourceNow } from './poll-sources.ts';
import { readWatchFacts } from './read-settings.ts';

const DAY = 24 * 60 * 60_000;
/** How long items are kept, matched or not. */
const DAYS = 14;
const MAX_ITEMS = 2_000;
const MAX_TITLES = 3;

/** A watch just saved: what became of its sources, and what it would have matched. */
export type HeardWatch = { facts: WatchFacts; preview: WatchPreview };

/** Fetches what the watch has not heard yet, and says what it would have matched; undefined when it is gone. */
export async function hearWatch(deps: Deps, watchId: number, personId: string): Promise<HeardWatch | undefined> {
  // A web page that names its feed is followed by the first fetch, and heard by the second.
  for (let round = 0; round < 2; round++) {
    const sources = await listSourcesOf(deps.db, watchId);
    const unheard = sources.filter(({ last_success_at: at, due_at: dueAt }) => at === null && dueAt !== null);
    const waiting = unheard.filter((source) => round === 0 || (source.last_error === null && source.tries === 0));
    await Promise.all(waiting.map(({ id }) => pollSourceNow(deps, id)));
  }
  const facts = await readWatchFacts(deps, watchId);
  return facts && { facts, preview: await previewWatch(deps, watchId, personId) };
}

/** What the watch would have matched of what its sources brought lately; titles only for those in its channel. */
export async function previewWatch(deps: Deps, watchId: number, personId: string): Promise<WatchPreview> {
  const watch = await findWatch(deps.db, deps.teamId, watchId);
  const sources = await listSourcesOf(deps.db, watchId);
  const since = new Date(+deps.clock() - DAYS * DAY);
  const items = await listItemsOf(
    deps.db,
    sources.map(({ id }) => id),
    since,
    MAX_ITEMS,
  );
  const hears = compilePhrases({
    any: watch?.phrases_any ?? [],
    all: watch?.phrases_all ?? [],
    none: watch?.phrases_none ?? [],
  });
  const matching = items.filter(({ title, text }) => hears([title, text].filter(Boolean).join('\n')));
  const maySee = watch !== undefined && (await deps.slack.channelsOf(personId)).includes(watch.channel_id);
  const titles = maySee ? matching.slice(0, MAX_TITLES).map(({ title, text }) => clip(title ?? text, 100)) : [];
  return { items: items.length, matches: matching.length, days: DAYS, titles };
}
