import { recordActivity } from '../db/activity.ts';
import { insertCall } from '../db/postings.ts';
import type { TeamRow, Trx, WatchRow } from '../db/schema.ts';
import type { Deps } from '../deps.ts';
import { type Rung, rungKind } from '../domain/escalation.ts';
import type { Mention } from '../domain/mention.ts';
import { SlackTrouble } from '../slack/port.ts';

/** Where a call goes that names no channel of its own: the team's channel for it, else the watch's. */
export function callChannel(team: TeamRow, watch: WatchRow): string {
  return team.escalations_channel ?? watch.channel_id;
}

/** The user groups among the rungs in which there is nobody to call: empty, unknown, or not in the workspace's plan. */
export async function emptyGroups(deps: Deps, ladder: Rung[]): Promise<Set<string>> {
  const empty = new Set<string>();
  for (const { to } of ladder.filter((rung) => rungKind(rung.to) === 'group')) {
    const members = await unlessBusy(() => deps.slack.groupMembers(to));
    if (members?.length === 0) empty.add(to);
  }
  return empty;
}

/** The ladder with the names of its user groups, by which they are told where Slack may notify nobody. */
export async function namedLadder(deps: Deps, ladder: Rung[]): Promise<Rung[]> {
  const named: Rung[] = [];
  for (const rung of ladder) {
    const name = rungKind(rung.to) === 'group' ? await unlessBusy(() => deps.slack.groupName(rung.to)) : undefined;
    named.push({ ...rung, name: name ?? null });
  }
  return named;
}

/** Slack may be busy: better to call a group that may be empty than to keep somebody waiting who needs help. */
async function unlessBusy<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof SlackTrouble) return undefined;
    throw error;
  }
}

/** Calls each rung whose turn has come, by a posting of its own, and keeps what became of it in the record. */
export async function takeTurns(
  trx: Trx,
  call: { mention: Mention; escalationId: number; turns: Rung[]; fallback: string },
  now: Date,
): Promise<void> {
  const { mention, escalationId, turns, fallback } = call;
  const { teamId, id: mentionId } = mention;
  for (const { to, name, isEmpty } of turns) {
    const act = isEmpty ? 'pass_over' : 'call';
    await recordActivity(trx, { teamId, mentionId, personId: null, act, detail: { to, name }, at: now });
    if (isEmpty) continue;
    const channelId = rungKind(to) === 'group' ? fallback : to;
    await insertCall(trx, { teamId, mentionId, escalationId, called: to, channelId }, now);
  }
}
