import { getTeam } from '../db/teams.ts';
import { listSourcesOf } from '../db/watch-settings.ts';
import { listWatches } from '../db/watches.ts';
import type { Deps } from '../deps.ts';
import type { WelcomeFacts } from '../domain/settings-facts.ts';

/** How far the first steps are: the channel, the first watch, who approves. */
export async function readWelcome(deps: Pick<Deps, 'db' | 'teamId'>): Promise<WelcomeFacts> {
  const team = await getTeam(deps.db, deps.teamId);
  const [first] = await listWatches(deps.db, deps.teamId);
  const channelId = team.default_channel ?? first?.channel_id ?? null;
  if (!first) return { channelId, watch: null, approval: null };
  const { id, name, approval } = first;
  const sources = (await listSourcesOf(deps.db, id)).length;
  const { votes, approvers } = approval;
  const votesIn = team.approvals_channel;
  return {
    channelId,
    watch: { id, name, sources },
    approval: votesIn ? { channelId: votesIn, votes, approvers } : null,
  };
}
