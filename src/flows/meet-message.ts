import { recordActivity } from '../db/activity.ts';
import { adoptMessage, startClocks } from '../db/drawings.ts';
import { lockMention } from '../db/mentions.ts';
import { findPostingByMessage, findPostingOf } from '../db/postings.ts';
import type { PostingRow } from '../db/schema.ts';
import type { PostingKind } from '../db/tables/posting.ts';
import type { Deps } from '../deps.ts';
import { type MessageAt, SlackTrouble } from '../slack/port.ts';
import { forgetMessage } from './draw-posting.ts';
import { findFacts } from './picture.ts';

/** What a pressed message turned out to be; a twin is already deleted, `link` leads to the living one. */
export type Met = { kind: 'known' } | { kind: 'twin'; link: string | null };

/**
 * Somebody pressed a button of this message. When the answer to a post was lost, its message may be unknown: then it is
 * adopted; or it may stand twice: then the twin goes.
 */
export async function meetMessage(
  deps: Deps,
  at: MessageAt & { personId?: string },
  kind: PostingKind,
  subjectId: number,
): Promise<Met> {
  const living = await findPostingByMessage(deps.db, deps.teamId, at.channel, at.ts);
  const posting = living ?? (await findPostingOf(deps.db, deps.teamId, kind, subjectId, placesOf(at)));
  if (living || !posting) return { kind: 'known' };
  if (!posting.message_ts) {
    await adopt(deps, posting, at);
    return { kind: 'known' };
  }
  await removeTwin(deps, at);
  const { teamId } = deps;
  const line = { teamId, mentionId: posting.mention_id, personId: null, act: 'twin_removed', at: deps.clock() };
  await recordActivity(deps.db, line);
  const facts = posting.mention_id === null ? undefined : await findFacts(deps, posting.mention_id);
  const route = facts?.routes.find((one) => one.id === posting.route_id);
  return {
    kind: 'twin',
    link: (kind === 'ballot' ? facts?.ballot?.link : (route ?? { link: facts?.cardLink }).link) ?? null,
  };
}

/** How a posting may call the channel of the message; one to a person is called by their id until it stands. */
function placesOf({ channel, personId }: MessageAt & { personId?: string }): string[] {
  return channel.startsWith('D') && personId ? [channel, personId] : [channel];
}

/** A card that people press stands in its channel: the clocks start no later than now. */
async function adopt(deps: Deps, posting: PostingRow, { channel, ts }: MessageAt): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const mentionId = posting.kind === 'card' ? posting.mention_id : null;
    if (mentionId !== null) await lockMention(trx, deps.teamId, mentionId);
    await adoptMessage(trx, posting.id, { channel, ts });
    if (mentionId !== null) await startClocks(trx, deps.teamId, mentionId, deps.clock());
  });
}

/** Two may press at once, and Slack may be busy: the person is led to the living message all the same. */
async function removeTwin(deps: Deps, at: MessageAt): Promise<void> {
  try {
    await deps.slack.remove(at);
  } catch (error) {
    if (!(error instanceof SlackTrouble)) throw error;
    deps.log.info({ trouble: error.message }, 'a twin could not be removed');
  }
}

/** Somebody deleted a message: if it showed something of ours, nothing is drawn there any more. */
export async function noticeDeletion(deps: Deps, at: MessageAt): Promise<void> {
  const posting = await findPostingByMessage(deps.db, deps.teamId, at.channel, at.ts);
  if (posting) await forgetMessage(deps, posting);
}
