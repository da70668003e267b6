import { type Leased, lease, pauseMs, settle } from '../db/due.ts';
import { nameSource, settlePoll, stopSource } from '../db/sources.ts';
import type { Deps } from '../deps.ts';
import { cleanText, clip } from '../domain/text.ts';
import { findNetwork } from '../networks/index.ts';
import { type Polled, SourceError } from '../networks/network.ts';
import { followPage } from './find-feed.ts';
import { ingestItems } from './ingest-items.ts';

/** Longer than a fetch (15 s), its place in the host's line, the parsing and the keeping. */
const LEASE_MS = 120_000;
const MAX_NAME_CHARS = 80;

/** Polls the sources that are due, each by itself: one that fails stops no other. Returns how many were polled. */
export async function pollSources(deps: Deps): Promise<number> {
  const wanted = { teamId: deps.teamId, now: deps.clock(), limit: 10, leaseMs: LEASE_MS };
  const sources = await lease(deps.db, 'sources', wanted);
  await Promise.all(sources.map((source) => pollSource(deps, source)));
  return sources.length;
}

/** Polls this source at once, if it is to be polled at all and nobody else is at it. */
export async function pollSourceNow(deps: Deps, id: number): Promise<void> {
  const wanted = { teamId: deps.teamId, now: deps.clock(), limit: 1, leaseMs: LEASE_MS, id };
  for (const source of await lease(deps.db, 'sources', wanted)) await pollSource(deps, source);
}

async function pollSource(deps: Deps, source: Leased<'sources'>): Promise<void> {
  try {
    const polled = await fetchItems(deps, source);
    const name = clip(cleanText(polled.title ?? ''), MAX_NAME_CHARS);
    if (name && name !== source.name) await nameSource(deps.db, source.id, name);
    const firstPoll = source.baseline_at === null ? { show: source.backfill } : null;
    const kept = await ingestItems(deps, { network: source.network, sourceId: source.id, firstPoll }, polled.items);
    const now = deps.clock();
    const nextAt = nextPollAt(source, now, polled.nextPollAfterMs);
    await settlePoll(deps.db, source, { cursor: polled.cursor, now, nextAt });
    deps.log.debug({ source: source.id, ...kept }, 'polled');
  } catch (error) {
    if (error instanceof SourceError && !error.facts.hostUnwell && (await followPage(deps, source))) return;
    await putOff(deps, source, error);
  }
}

async function fetchItems(deps: Deps, source: Leased<'sources'>): Promise<Polled> {
  const network = findNetwork(source.network);
  if (!network) throw new SourceError(`Porchlight does not know the network “${source.network}”.`);
  return network.poll(network.settings.parse(source.settings) as never, source.cursor, deps.http);
}

/** The source's own pace, never faster than it asked for, a tenth left to chance so that sources spread out. */
function nextPollAt(source: Leased<'sources'>, now: Date, askedMs = 0): Date {
  const spreadMs = source.every_ms * (0.95 + Math.random() * 0.1);
  return new Date(+now + Math.max(spreadMs, askedMs));
}

/** A failing source is asked ever more rarely, but never given up, except when it says that it is gone. */
async function putOff(deps: Deps, source: Leased<'sources'>, error: unknown): Promise<void> {
  const now = deps.clock();
  const known = error instanceof SourceError;
  const why = known ? error.message : 'Porchlight itself failed at this source; the log says more.';
  if (!known) deps.log.error({ source: source.id, error: String(error) }, 'a poll failed');
  if (known && error.facts.gone) return stopSource(deps.db, source, why, now);
  const counts = !(known && error.facts.hostUnwell);
  const tries = source.tries + (counts ? 1 : 0);
  const waitMs = Math.max(source.every_ms, error instanceof SourceError ? (error.facts.retryAfterMs ?? 0) : 0);
  const dueAt = new Date(+now + Math.max(waitMs, counts ? pauseMs(tries) : 0));
  await settle(deps.db, 'sources', source, { tries, last_error: why, due_at: dueAt });
}
