import { listActivity } from '../db/activity.ts';
import { findBallot } from '../db/ballots.ts';
import { findWatch } from '../db/watches.ts';
import type { Deps } from '../deps.ts';
import type { OfferedAnswer } from '../domain/answer.ts';
import { mayVote } from '../domain/ballot.ts';
import type { ActivityLine, CardFacts } from '../domain/card.ts';
import { applyEvent, type MentionEvent } from '../domain/mention.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { type Act, mayDo, type Person } from '../domain/rights.ts';
import { offeredRouteActs } from '../domain/route-offers.ts';
import type { ApprovalPolicy } from '../domain/settings.ts';
import { groupsOf } from './approvers.ts';
import { findEmptyGroups, readTerms } from './ballot-terms.ts';
import { mayDecide } from './decide-alone.ts';
import { offerAnswers } from './offer-answers.ts';
import { getPerson } from './person.ts';
import { findFacts } from './picture.ts';

type Wish = { mentionId: number; personId: string };

/** The facts for a form that asks for `act`; refused before anybody types a word that could not be kept. */
export async function prepareForm(deps: Deps, wish: Wish, act: Act): Promise<CardFacts | Refusal> {
  const facts = await findFacts(deps, wish.mentionId);
  if (!facts) return { refusal: 'gone' };
  const person = await getPerson(deps, wish.personId);
  return obstacle(facts, person, act) ?? facts;
}

/** What the draft form says about what happens on save, and the answers it offers. */
export type DraftForm = {
  facts: CardFacts;
  isVoice: boolean;
  approval: ApprovalPolicy;
  reasons: string[];
  answers: OfferedAnswer[];
};

/** Everything the draft form shows. */
export async function prepareDraft(deps: Deps, wish: Wish): Promise<DraftForm | Refusal> {
  const facts = await prepareForm(deps, wish, 'save_draft');
  if (isRefusal(facts)) return facts;
  const watch = await findWatch(deps.db, deps.teamId, facts.mention.watchId);
  if (!watch) return { refusal: 'gone' };
  const isVoice = watch.voices.includes(wish.personId);
  const answers = await offerAnswers(deps, facts, watch);
  if (isVoice) return { facts, isVoice, approval: watch.approval, reasons: [], answers };
  const emptyGroups = await findEmptyGroups(deps, watch, wish.personId);
  const risk = { watch, writerId: wish.personId, mentionId: wish.mentionId, emptyGroups };
  const { votesNeeded, reasons } = await readTerms(deps.db, risk);
  return { facts, isVoice, approval: { ...watch.approval, votes: votesNeeded }, reasons, answers };
}

/** What "More…" offers beside the acts: what only shows something needs no right. */
export type Offered = Act | 'see_draft' | 'about_author' | 'original';

const MORE_ACTS: Act[] = [
  'claim',
  'save_draft',
  'hold',
  'mark_posted',
  'give_back',
  'escalate',
  'hand_over',
  'take_back',
  'snooze',
  'wake',
  'release',
  'dismiss',
  'reopen',
  'correct',
];

/** Everything this person may do to the mention at this moment, and what has happened to it. */
export async function readMore(
  deps: Deps,
  wish: Wish,
): Promise<{ facts: CardFacts; offered: Offered[]; history: ActivityLine[] } | Refusal> {
  const facts = await findFacts(deps, wish.mentionId);
  if (!facts) return { refusal: 'gone' };
  const person = await getPerson(deps, wish.personId);
  const offered: Offered[] = MORE_ACTS.filter((act) => !obstacle(facts, person, act));
  if (facts.draft) offered.push('see_draft');
  if (facts.weighed && !mayDo(person, 'watch_author')) offered.push('about_author');
  if (facts.url) offered.push('original');
  offered.push(...offeredRouteActs(facts, person));
  if (await mayStillObject(deps, facts, person)) offered.push('object');
  if (await mayDecide(deps, facts, person)) offered.push('decide');
  if (mayKeep(facts, person)) offered.push('keep_answer');
  return { facts, offered, history: await listActivity(deps.db, deps.teamId, wish.mentionId, 100) };
}

/** Whether this person may keep the reply that was posted. */
function mayKeep({ mention, reply }: CardFacts, person: Person): boolean {
  return mention.status === 'answered' && Boolean(reply?.postedAt) && !mayDo(person, 'keep_answer', mention);
}

/** Whether this person's objection would stop the approved reply. */
async function mayStillObject(deps: Deps, { mention, ballot }: CardFacts, person: Person): Promise<boolean> {
  if (ballot?.status !== 'approved' || ballot.decidedBy || mention.status !== 'approved') return false;
  const row = await findBallot(deps.db, deps.teamId, ballot.id);
  return row !== undefined && !mayVote(person, row, await groupsOf(deps, person.id, row));
}

/** Acts that leave the status as it is: the table of states has nothing to say about them. */
const NO_EVENT: Act[] = ['escalate', 'correct', 'acknowledge', 'log', 'change_settings', 'retry_dead'];

/** What stands in the way of `act`: the person's rights first, then the state. */
function obstacle({ mention, draft }: CardFacts, person: Person, act: Act): Refusal | undefined {
  const refused = mayDo(person, act, { ...mention, writerId: draft?.writerId ?? null });
  if (refused || NO_EVENT.includes(act)) return refused;
  const after = applyEvent(mention, { event: act as MentionEvent, by: person.id, at: mention.createdAt });
  return isRefusal(after) ? after : undefined;
}
