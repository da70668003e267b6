import { insertBallot } from '../db/ballots.ts';
import { mayRead } from '../db/channels.ts';
import { findNewestDraft, insertDraft } from '../db/drafts.ts';
import { insertPosting } from '../db/postings.ts';
import type { TeamRow, Trx, WatchRow } from '../db/schema.ts';
import { getTeam } from '../db/teams.ts';
import { findWatch } from '../db/watches.ts';
import type { Deps } from '../deps.ts';
import type { Draft } from '../domain/card.ts';
import type { Mention } from '../domain/mention.ts';
import { stopsIn } from '../domain/preflight.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { mayDo } from '../domain/rights.ts';
import { cleanText, countChars, textHash } from '../domain/text.ts';
import { findEmptyGroups, readTerms } from './ballot-terms.ts';
import { learnPrivacy } from './channel-privacy.ts';
import { applyAct, onMention, voidBallot } from './on-mention.ts';
import { getPerson } from './person.ts';
import { findFacts } from './picture.ts';

/** An open ballot is recounted this often even when nobody hinted that something changed. */
export const RECOUNT_EVERY_MS = 5 * 60_000;

export type DraftWish = {
  mentionId: number;
  personId: string;
  text: string;
  /** Keep it, but do not ask for votes yet. */
  keepOnly: boolean;
  /** The revision the person was looking at, null for none: a newer one is never overwritten unseen. */
  basedOn: number | null;
};

/**
 * Keeps a new revision. Unless it is only kept, it then goes on the ballot, or stands approved at once when its writer
 * is one of the watch's voices. Votes on an older revision are void.
 */
export async function saveDraft(deps: Deps, wish: DraftWish): Promise<Mention | Refusal> {
  const person = await getPerson(deps, wish.personId);
  const text = cleanText(wish.text);
  const facts = await findFacts(deps, wish.mentionId);
  if (!facts) return { refusal: 'gone' };
  const team = await getTeam(deps.db, deps.teamId);
  const unfit = unfitText(text, { maxChars: facts.maxReplyChars, forbiddenWords: team.forbidden_words }, wish.keepOnly);
  if (unfit) return unfit;
  const watch = await findWatch(deps.db, deps.teamId, facts.mention.watchId);
  if (!watch) return { refusal: 'gone' };
  const next = wish.keepOnly ? 'keep' : watch.voices.includes(person.id) ? 'approve_alone' : 'open_ballot';
  const emptyGroups = next === 'open_ballot' ? await findEmptyGroups(deps, watch, person.id) : [];
  const channelId = next === 'open_ballot' ? await ballotChannel(deps, team, watch) : watch.channel_id;

  return onMention(deps, wish.mentionId, async (trx, mention) => {
    const now = deps.clock();
    const refused = mayDo(person, 'save_draft', mention);
    if (refused) return refused;
    const newest = await findNewestDraft(trx, mention.id);
    if ((newest?.id ?? null) !== wish.basedOn) return { refusal: 'draft_moved_on' };
    const revision = (newest?.revision ?? 0) + 1;
    const saved = await applyAct(trx, mention, { event: 'save_draft', by: person.id, at: now }, { revision });
    if (isRefusal(saved)) return saved;
    await voidBallot(trx, mention, 'save_draft', person.id, now);
    const { teamId, id: mentionId } = mention;
    const fresh = { teamId, mentionId, revision, text, textHash: textHash(text), writerId: person.id, createdAt: now };
    const draft = await insertDraft(trx, fresh);
    if (next === 'keep') return saved;
    if (next === 'approve_alone') return applyAct(trx, saved, { event: 'approve_alone', by: person.id, at: now });
    return openBallot(trx, { mention: saved, draft, watch, channelId, emptyGroups }, now);
  });
}

/** Where the team votes, unless that would show a private watch's mention to others: then where its card is. */
async function ballotChannel(deps: Deps, team: TeamRow, watch: WatchRow): Promise<string> {
  const wanted = team.approvals_channel;
  if (wanted === null || wanted === watch.channel_id) return watch.channel_id;
  await learnPrivacy(deps, watch.channel_id);
  return (await mayRead(deps.db, deps.teamId, watch.id, wanted)) ? wanted : watch.channel_id;
}

/** Why a text cannot be kept; what is only kept may still wait to be filled in. */
function unfitText(
  text: string,
  limits: { maxChars: number; forbiddenWords: string[] },
  keepOnly: boolean,
): Refusal | undefined {
  if (text === '') return { refusal: 'empty_text' };
  const chars = countChars(text);
  if (chars > limits.maxChars) return { refusal: 'too_long', maxChars: limits.maxChars, chars };
  const findings = stopsIn({ text, ...limits }).filter(({ kind }) => !(keepOnly && kind === 'placeholder'));
  return findings.length > 0 ? { refusal: 'not_ready', findings } : undefined;
}

/** Puts one revision to the vote, under the watch's rule and the risk of this moment. */
async function openBallot(
  trx: Trx,
  on: { mention: Mention; draft: Draft; watch: WatchRow; channelId: string; emptyGroups: string[] },
  now: Date,
): Promise<Mention | Refusal> {
  const { mention, draft, watch, channelId, emptyGroups } = on;
  const rule = watch.approval;
  const risk = { watch, writerId: draft.writerId, mentionId: mention.id, emptyGroups };
  const { votesNeeded, requiredGroups, reasons } = await readTerms(trx, risk);
  const ballotId = await insertBallot(
    trx,
    {
      teamId: mention.teamId,
      mentionId: mention.id,
      draftId: draft.id,
      writerId: draft.writerId,
      textHash: draft.textHash,
      votesNeeded,
      objectionsNeeded: rule.objections,
      approvers: rule.approvers,
      requiredGroups,
      reasons,
      openedAt: now,
      closesAt: new Date(+now + rule.windowMs),
    },
    new Date(+now + Math.min(RECOUNT_EVERY_MS, rule.windowMs)),
  );
  const place = { team_id: mention.teamId, kind: 'ballot' as const, channel_id: channelId };
  await insertPosting(trx, { ...place, mention_id: mention.id, ballot_id: ballotId }, now);
  return applyAct(trx, mention, { event: 'open_ballot', by: draft.writerId, at: now }, { revision: draft.revision });
}
