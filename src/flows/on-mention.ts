import { recordActivity } from '../db/activity.ts';
import { endVoid, findLiveBallot } from '../db/ballots.ts';
import { closeEscalationsOf } from '../db/escalations.ts';
import { lockMention, saveMention } from '../db/mentions.ts';
import { raisePostings } from '../db/postings.ts';
import { setReminder } from '../db/reminders.ts';
import type { Trx } from '../db/schema.ts';
import { retally } from '../db/tallies.ts';
import { getTeam, officeTeam } from '../db/teams.ts';
import type { Deps } from '../deps.ts';
import { applyEvent, type Mention, type MentionAct, type MentionEvent, type MentionStatus } from '../domain/mention.ts';
import { NUDGE_AFTER_MS } from '../domain/nudge.ts';
import { officeTimeAfter } from '../domain/office-time.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { drawMention } from './draw-posting.ts';
import { inTransaction } from './submission.ts';

/**
 * Lock, decide, save: runs `decide` on the locked mention in one transaction, counts the mention as it is then, and
 * draws after the commit. A `decide` that refuses must not have written anything yet.
 */
export async function onMention<T>(
  deps: Deps,
  mentionId: number,
  decide: (trx: Trx, mention: Mention) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  const outcome = await inTransaction<T>(deps, async (trx) => {
    const mention = await lockMention(trx, deps.teamId, mentionId);
    if (!mention) return { refusal: 'gone' };
    const outcome = await decide(trx, mention);
    if (!isRefusal(outcome)) await retally(trx, deps.teamId, [mentionId]);
    return outcome;
  });
  if (!isRefusal(outcome)) deps.afterwards(() => drawMention(deps, mentionId));
  return outcome;
}

/** Applies one event to a locked mention: the new state, its line in the record, its card due, its claimant's time anew. */
export async function applyAct(
  trx: Trx,
  mention: Mention,
  act: MentionAct,
  detail: Record<string, unknown> = {},
): Promise<Mention | Refusal> {
  const next = applyEvent(mention, act);
  if (isRefusal(next)) return next;
  await saveMention(trx, next);
  const reason = act.reason ? { reason: act.reason } : {};
  const { teamId, id: mentionId } = mention;
  await recordActivity(trx, {
    teamId,
    mentionId,
    personId: act.by,
    act: act.event,
    detail: { ...reason, ...detail },
    at: act.at,
  });
  await raisePostings(trx, { mentionId }, act.at);
  if (next.status === 'claimed') await startNudges(trx, next, act.at);
  if (isOver(next.status))
    await closeEscalationsOf(trx, mentionId, { ...act, outcome: `the mention was ${next.status}` });
  return next;
}

/** Nobody needs help with it any more. */
function isOver(status: MentionStatus): boolean {
  return status === 'answered' || status === 'dismissed';
}

/** A claim in which nothing happens from now on is not forgotten. */
async function startNudges(trx: Trx, mention: Mention, now: Date): Promise<void> {
  const team = officeTeam(await getTeam(trx, mention.teamId));
  await setReminder(trx, mention, 'nudge', officeTimeAfter(now, NUDGE_AFTER_MS, team));
}

/** The text on the ballot is no longer what would be sent: its votes count for nothing. */
export async function voidBallot(
  trx: Trx,
  mention: Mention,
  because: MentionEvent,
  by: string,
  now: Date,
): Promise<void> {
  const ballot = await findLiveBallot(trx, mention.teamId, mention.id);
  if (!ballot) return;
  await endVoid(trx, ballot.id, because, now);
  await raisePostings(trx, { ballotId: ballot.id }, now);
  const { teamId, id: mentionId } = mention;
  await recordActivity(trx, { teamId, mentionId, personId: by, act: 'void_ballot', at: now });
}
