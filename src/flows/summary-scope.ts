import { listWatchChannels, type Reach } from '../db/summary-facts.ts';
import type { Deps } from '../deps.ts';
import { notOneOfUs } from '../domain/rights.ts';
import { networkFacts } from '../networks/index.ts';
import { learnPrivacy } from './channel-privacy.ts';
import { getPerson } from './person.ts';

/** What a summary may show, and how many watches it may not. */
export type SummaryScope = { reach: Reach; privateWatches: number };

/**
 * A summary shows the watches of its own channel and of public ones; what only others may read stays there. Slack is
 * asked each time, for a channel may have become private. A reader sees nothing of it that they could not read anyway.
 */
export async function scopeOf(deps: Deps, channelId: string, readerId?: string): Promise<SummaryScope> {
  for (const { id } of await listWatchChannels(deps.db, deps.teamId)) await learnPrivacy(deps, id);
  const all = await listWatchChannels(deps.db, deps.teamId);
  const mayRead = readerId === undefined ? () => true : await readable(deps, readerId);
  const isShown = (channel: WatchChannel) =>
    (channel.isPrivate === false || channel.id === channelId) && mayRead(channel);
  const channels = all.filter(isShown).map(({ id }) => id);
  const hidden = all.filter((channel) => !isShown(channel));
  return {
    reach: { db: deps.db, teamId: deps.teamId, channels, networks: networkFacts },
    privateWatches: hidden.reduce((sum, { watches }) => sum + watches, 0),
  };
}

type WatchChannel = Awaited<ReturnType<typeof listWatchChannels>>[number];

/** An employee may read public channels and their own; anybody else only their own. */
async function readable(deps: Deps, readerId: string): Promise<(channel: WatchChannel) => boolean> {
  const theirs = await deps.slack.channelsOf(readerId);
  const isEmployee = notOneOfUs(await getPerson(deps, readerId)) === undefined;
  return ({ id, isPrivate }) => theirs.includes(id) || (isEmployee && isPrivate === false);
}
