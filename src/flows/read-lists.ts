import { readWatches, readStatus as statusOf } from '../db/status.ts';
import { getTeam } from '../db/teams.ts';
import { listWatches as watchesOf } from '../db/watches.ts';
import type { Deps } from '../deps.ts';
import type { StatusFacts, WatchLine } from '../domain/overview.ts';

/** How Porchlight itself is doing. */
export async function readStatus(deps: Deps): Promise<StatusFacts> {
  const { timezone } = await getTeam(deps.db, deps.teamId);
  return { ...(await statusOf(deps.db, deps.teamId, deps.clock())), timezone };
}

/** The watches whose channel this person is in. */
export async function listWatches(deps: Deps, personId: string): Promise<WatchLine[]> {
  return readWatches(deps.db, deps.teamId, await deps.slack.channelsOf(personId));
}

/** The watches a mention can be logged under, by those who are in their channel. */
export async function listLoggable(deps: Deps, personId: string): Promise<{ id: number; name: string }[]> {
  const channels = await deps.slack.channelsOf(personId);
  const watches = await watchesOf(deps.db, deps.teamId);
  return watches.filter((watch) => channels.includes(watch.channel_id)).map(({ id, name }) => ({ id, name }));
}
