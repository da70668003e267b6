import { isUsed } from '../db/channels.ts';
import { insertPosting } from '../db/postings.ts';
import { getTeam } from '../db/teams.ts';
import { pauseChannel, resumeChannel } from '../db/watches.ts';
import type { Deps } from '../deps.ts';
import { channelClosedNotice } from '../views/copy.ts';

/** A channel takes no posts any more: if we use it, its watches pause, and the managers are told once. */
export async function closeChannel(deps: Deps, channelId: string, reason: string): Promise<void> {
  const now = deps.clock();
  await deps.db.transaction().execute(async (trx) => {
    if (!(await isUsed(trx, deps.teamId, channelId))) return;
    if (!(await pauseChannel(trx, deps.teamId, channelId, reason, now))) return;
    const { managers } = await getTeam(trx, deps.teamId);
    const notice = channelClosedNotice(channelId, reason);
    for (const manager of managers) {
      await insertPosting(trx, { team_id: deps.teamId, kind: 'notice', channel_id: manager, notice }, now);
    }
  });
  deps.log.warn({ channel: channelId, reason }, 'a channel takes no posts; its watches are paused');
}

/** The channel takes posts again: its watches listen, and what waited for it is drawn by the next sweep. */
export async function reopenChannel(deps: Deps, channelId: string): Promise<void> {
  await deps.db.transaction().execute((trx) => resumeChannel(trx, deps.teamId, channelId));
}
