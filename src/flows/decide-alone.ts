import { closeByDecision, lockLiveBallot } from '../db/ballots.ts';
import { findNewestDraft } from '../db/drafts.ts';
import { raisePostings } from '../db/postings.ts';
import type { Trx } from '../db/schema.ts';
import { findWatch } from '../db/watches.ts';
import type { Deps } from '../deps.ts';
import type { CardFacts } from '../domain/card.ts';
import type { Mention } from '../domain/mention.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { mayDo, type Person, type Standing } from '../domain/rights.ts';
import { cleanText } from '../domain/text.ts';
import { decidedNotice } from '../views/copy.ts';
import { applyAct, onMention } from './on-mention.ts';
import { getPerson } from './person.ts';
import { findFacts } from './picture.ts';
import { tellThread } from './tell-thread.ts';

/**
 * A manager approves the draft on the ballot without its votes, with a reason that everybody sees. `draftId` is the
 * revision they read: another one is not decided on. The votes are not counted over such a decision.
 */
export async function decideAlone(
  deps: Deps,
  wish: { mentionId: number; personId: string; draftId: number | null; reason: string },
): Promise<Mention | Refusal> {
  const person = await getPerson(deps, wish.personId);
  const reason = cleanText(wish.reason);
  return onMention(deps, wish.mentionId, async (trx, mention) => {
    const now = deps.clock();
    const draft = await findNewestDraft(trx, mention.id);
    const refused = mayDo(person, 'decide', await standing(trx, mention, person, draft?.writerId));
    if (refused) return refused;
    if (reason === '') return { refusal: 'empty_text' };
    const ballot = await lockLiveBallot(trx, mention.teamId, mention.id);
    if (mention.status === 'voting' && (ballot?.draftId !== wish.draftId || draft?.id !== wish.draftId)) {
      return { refusal: 'draft_moved_on' };
    }
    const decided = await applyAct(trx, mention, { event: 'decide', by: person.id, at: now, reason });
    if (isRefusal(decided) || !ballot) return decided;
    await closeByDecision(trx, ballot.id, { by: person.id, reason, at: now });
    await raisePostings(trx, { ballotId: ballot.id }, now);
    await tellThread(trx, mention, decidedNotice(person.id, ballot.writerId, reason), now);
    return decided;
  });
}

/** The facts for the form that asks a manager why. */
export async function prepareDecision(
  deps: Deps,
  wish: { mentionId: number; personId: string },
): Promise<CardFacts | Refusal> {
  const facts = await findFacts(deps, wish.mentionId);
  if (!facts) return { refusal: 'gone' };
  const { mention, draft } = facts;
  const person = await getPerson(deps, wish.personId);
  const refused = mayDo(person, 'decide', await standing(deps.db, mention, person, draft?.writerId));
  if (refused) return refused;
  return mention.status === 'voting' ? facts : { refusal: 'wrong_status', event: 'decide', status: mention.status };
}

/** Whether "More…" offers the decision to this person. */
export async function mayDecide(deps: Deps, { mention, draft }: CardFacts, person: Person): Promise<boolean> {
  if (mention.status !== 'voting') return false;
  return !mayDo(person, 'decide', await standing(deps.db, mention, person, draft?.writerId));
}

async function standing(
  db: Trx | Deps['db'],
  mention: Mention,
  person: Person,
  writerId: string | null = null,
): Promise<Standing> {
  const watch = await findWatch(db, mention.teamId, mention.watchId);
  return { ...mention, writerId, isVoice: watch?.voices.includes(person.id) ?? false };
}
