import { readQueue as queueOf } from '../db/queue.ts';
import { getTeam, officeTeam } from '../db/teams.ts';
import { listWatches } from '../db/watches.ts';
import type { Deps } from '../deps.ts';
import { fold } from '../domain/fold.ts';
import { overdueSince } from '../domain/nudge.ts';
import type { QueueFacts } from '../domain/overview.ts';
import type { Asked } from '../domain/queue-filter.ts';
import type { Refusal } from '../domain/refusal.ts';
import { namedNetworks, networkFacts, networkLabels } from '../networks/index.ts';

/** How many mentions a page shows. */
const PAGE_LINES = 15;

/** A page of what was asked for, out of the channels that this person is in at this moment. */
export async function readQueue(
  deps: Deps,
  personId: string,
  asked: Asked,
  page: number,
): Promise<QueueFacts | Refusal> {
  const channels = await deps.slack.channelsOf(personId);
  const team = await getTeam(deps.db, deps.teamId);
  const watches = await seenWatches(deps, channels);
  const watchIds = asked.watch === null ? undefined : named(watches, asked.watch).map(({ id }) => id);
  if (watchIds?.length === 0)
    return { refusal: 'unknown_watch', name: asked.watch ?? '', known: watches.map(({ name }) => name) };
  const networks = asked.network === null ? [] : namedNetworks(asked.network);
  const read = (from: number) =>
    queueOf(deps.db, deps.teamId, channels, networkFacts, {
      ...asked,
      ...(watchIds && { watchIds }),
      networks,
      overdueSince: overdueSince(deps.clock(), officeTeam(team)),
      limit: PAGE_LINES,
      offset: from * PAGE_LINES,
    });
  const found = await read(page);
  if (found.total === 0 && asked.network !== null && networks.length === 0)
    return { refusal: 'unknown_network', name: asked.network, known: [...networkLabels] };
  // The queue has grown shorter meanwhile: its last page is what there is.
  const last = Math.max(0, Math.ceil(found.total / PAGE_LINES) - 1);
  const shown = page > last ? await read(last) : found;
  return { ...shown, asked, page: Math.min(page, last), timezone: team.timezone };
}

async function seenWatches(deps: Deps, channels: string[]): Promise<{ id: number; name: string }[]> {
  const watches = await listWatches(deps.db, deps.teamId);
  return watches.filter((watch) => channels.includes(watch.channel_id));
}

/** The watch of this name, or those whose names begin so. */
export function named<T extends { name: string }>(watches: T[], name: string): T[] {
  const wanted = fold(name).trim();
  const exact = watches.filter((watch) => fold(watch.name).trim() === wanted);
  return exact.length > 0 ? exact : watches.filter((watch) => fold(watch.name).startsWith(wanted));
}
