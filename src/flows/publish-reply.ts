import { recordActivity } from '../db/activity.ts';
import { findLiveBallot, listVotes } from '../db/ballots.ts';
import { findNewestDraft } from '../db/drafts.ts';
import { fail, type Leased, lease, settle } from '../db/due.ts';
import { raisePostings } from '../db/postings.ts';
import { endHold, findOpenReply, insertHold } from '../db/replies.ts';
import { markTold } from '../db/routes.ts';
import type { ReplyRow, Trx } from '../db/schema.ts';
import { getTeam } from '../db/teams.ts';
import type { Deps } from '../deps.ts';
import { tally } from '../domain/ballot.ts';
import type { CardFacts } from '../domain/card.ts';
import { applyEvent, type Mention } from '../domain/mention.ts';
import { type Finding, stopsIn } from '../domain/preflight.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { mayDo, type Person } from '../domain/rights.ts';
import { textHash } from '../domain/text.ts';
import { webUrl } from '../domain/web-url.ts';
import { holdLapsedNotice } from '../views/copy.ts';
import { checkReply } from './check-reply.ts';
import { applyAct, onMention } from './on-mention.ts';
import { getPerson } from './person.ts';
import { findFacts } from './picture.ts';
import { recountForHold } from './recount-ballot.ts';
import { tellThread } from './tell-thread.ts';

/** How long one person has the approved text to themselves, to paste it outside. */
export const HOLD_MS = 15 * 60_000;

/** The text is theirs to post until then; `findings` are what they should know first. */
export type Hold = { facts: CardFacts; heldUntil: Date; findings: Finding[] };

/**
 * Takes the approved text to post it by hand. Votes are counted once more first, so that an objection stops it. While
 * the hold stands nobody edits the text and nobody else publishes it; asking again as its holder gives the same hold.
 */
export async function holdReply(deps: Deps, wish: { mentionId: number; personId: string }): Promise<Hold | Refusal> {
  const person = await getPerson(deps, wish.personId);
  await recountForHold(deps, wish.mentionId);
  const limits = await readLimits(deps, wish.mentionId);
  const heldUntil = await onMention(deps, wish.mentionId, async (trx, mention) => {
    const open = await findOpenReply(trx, mention.id);
    if (open) return sameHold(mention, open, person);
    return takeHold(trx, mention, person, limits, deps.clock());
  });
  if (isRefusal(heldUntil)) return heldUntil;
  const facts = await findFacts(deps, wish.mentionId);
  return facts ? { facts, heldUntil, findings: await checkReply(deps, facts) } : { refusal: 'gone' };
}

type Limits = { maxChars: number; forbiddenWords: string[] };

/** What may have changed since the draft was saved: how long a reply may be, and what it may not say. */
async function readLimits(deps: Deps, mentionId: number): Promise<Limits> {
  const { forbidden_words: forbiddenWords } = await getTeam(deps.db, deps.teamId);
  const facts = await findFacts(deps, mentionId);
  return { maxChars: facts?.maxReplyChars ?? 0, forbiddenWords };
}

function sameHold(mention: Mention, open: ReplyRow, person: Person): Date | Refusal {
  if (mention.status !== 'sending') return { refusal: 'wrong_status', event: 'hold', status: mention.status };
  if (open.held_by !== person.id) return { refusal: 'held', by: open.held_by, until: open.held_until };
  return open.held_until;
}

async function takeHold(
  trx: Trx,
  mention: Mention,
  person: Person,
  limits: Limits,
  now: Date,
): Promise<Date | Refusal> {
  const draft = await findNewestDraft(trx, mention.id);
  const refused = mayDo(person, 'hold', { ...mention, writerId: draft?.writerId ?? null });
  if (refused) return refused;
  const act = { event: 'hold', by: person.id, at: now } as const;
  const allowed = applyEvent(mention, act);
  if (isRefusal(allowed)) return allowed;
  const ballot = await findLiveBallot(trx, mention.teamId, mention.id);
  if (!draft || textHash(draft.text) !== (ballot?.textHash ?? draft.textHash)) return { refusal: 'draft_moved_on' };
  // An objection may have come by a button since the recount; the next recount says so on the card.
  const isCounted = ballot && !ballot.decidedBy;
  const isStopped = isCounted && tally(await listVotes(trx, ballot.id)).objections.length >= ballot.objectionsNeeded;
  if (isStopped) return { refusal: 'wrong_status', event: 'hold', status: 'claimed' };
  const findings = stopsIn({ text: draft.text, ...limits });
  if (findings.length > 0) return { refusal: 'not_ready', findings };
  await applyAct(trx, mention, act);
  const heldUntil = new Date(+now + HOLD_MS);
  const { teamId, id: mentionId } = mention;
  const { id: draftId, textHash: hash } = draft;
  await insertHold(trx, { teamId, mentionId, draftId, textHash: hash, heldBy: person.id, heldUntil });
  return heldUntil;
}

/** The reply stands outside: recorded with its text hash, and its link when there is one. */
export async function markPosted(
  deps: Deps,
  wish: { mentionId: number; personId: string; url: string | null },
): Promise<Mention | Refusal> {
  const url = wish.url === null ? null : webUrl(wish.url);
  if (url === undefined) return { refusal: 'bad_link' };
  return endOpenReply(deps, wish, 'mark_posted', async (trx, reply, now) => {
    await endHold(trx, reply.id, { state: 'posted', by: wish.personId, at: now, url });
    await closeLoop(trx, reply, wish.personId, now);
  });
}

/** A reply that was written when a department was done tells the author of it. */
async function closeLoop(trx: Trx, reply: ReplyRow, personId: string, at: Date): Promise<void> {
  const told = await markTold(trx, reply.mention_id, reply.draft_id, at);
  for (const routeId of told) await raisePostings(trx, { routeId }, at);
  const { team_id: teamId, mention_id: mentionId } = reply;
  if (told.length > 0) await recordActivity(trx, { teamId, mentionId, personId, act: 'tell_author', at });
}

/** The reply did not go out: it stands approved again. */
export function giveBack(deps: Deps, wish: { mentionId: number; personId: string }): Promise<Mention | Refusal> {
  return endOpenReply(deps, wish, 'give_back', (trx, reply) => endHold(trx, reply.id, { state: 'returned' }));
}

async function endOpenReply(
  deps: Deps,
  wish: { mentionId: number; personId: string },
  event: 'mark_posted' | 'give_back',
  end: (trx: Trx, reply: ReplyRow, now: Date) => Promise<void>,
): Promise<Mention | Refusal> {
  const person = await getPerson(deps, wish.personId);
  return onMention(deps, wish.mentionId, async (trx, mention) => {
    const now = deps.clock();
    const draft = await findNewestDraft(trx, mention.id);
    const refused = mayDo(person, event, { ...mention, writerId: draft?.writerId ?? null });
    if (refused) return refused;
    const reply = await findOpenReply(trx, mention.id);
    const moved = await applyAct(trx, mention, { event, by: person.id, at: now });
    if (!isRefusal(moved) && reply) await end(trx, reply, now);
    return moved;
  });
}

/** Holds that ran out without a word: whether the reply went out is unknown, and a person decides. */
export async function lapseHolds(deps: Deps): Promise<number> {
  const now = deps.clock();
  const holds = await lease(deps.db, 'replies', { teamId: deps.teamId, now, limit: 20, leaseMs: 30_000 });
  for (const hold of holds) {
    try {
      await lapse(deps, hold, now);
      await settle(deps.db, 'replies', hold, { due_at: null });
    } catch (error) {
      deps.log.error({ reply: hold.id, error: String(error) }, 'a hold could not be ended');
      await fail(deps.db, 'replies', hold, String(error).slice(0, 500), now);
    }
  }
  return holds.length;
}

async function lapse(deps: Deps, hold: Leased<'replies'>, now: Date): Promise<void> {
  await onMention(deps, hold.mention_id, async (trx, mention) => {
    const reply = await findOpenReply(trx, mention.id);
    if (reply?.id !== hold.id || mention.status !== 'sending') return mention;
    await endHold(trx, hold.id, { state: 'unknown' });
    await tellThread(trx, mention, holdLapsedNotice(hold.held_by), now);
    return applyAct(trx, mention, { event: 'hold_lapsed', by: null, at: now });
  });
}
