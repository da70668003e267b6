import type { Choice } from '../../src/domain/ballot.ts';
import { ESCALATION_LEVELS } from '../../src/domain/card.ts';
import { KINDS, TONES } from '../../src/domain/judgement.ts';
import type { MentionStatus } from '../../src/domain/mention.ts';
import { choiceKey, type RouteEvent } from '../../src/domain/route.ts';
import type { Department } from '../../src/domain/settings.ts';
import { SNOOZE_CHOICES } from '../../src/domain/snooze.ts';
import { acknowledgeEscalation, closeCall } from '../../src/flows/answer-escalation.ts';
import { castVote } from '../../src/flows/cast-vote.ts';
import { correctMention } from '../../src/flows/correct-mention.ts';
import { endCrisis } from '../../src/flows/crisis.ts';
import { decideAlone } from '../../src/flows/decide-alone.ts';
import { escalateMention } from '../../src/flows/escalate-mention.ts';
import { handOver, takeBack } from '../../src/flows/hand-over.ts';
import { keepAnswer } from '../../src/flows/keep-answer.ts';
import { logMention } from '../../src/flows/log-mention.ts';
import { type Move, moveMention } from '../../src/flows/move-mention.ts';
import { moveRoute } from '../../src/flows/move-route.ts';
import { giveBack, holdReply, markPosted } from '../../src/flows/publish-reply.ts';
import { reviewAnswer } from '../../src/flows/review-answer.ts';
import { routeMention } from '../../src/flows/route-mention.ts';
import { saveDraft } from '../../src/flows/save-draft.ts';
import { snoozeMention, wakeMention } from '../../src/flows/snooze-mention.ts';
import { tellAuthor } from '../../src/flows/tell-author.ts';
import { HELP } from './builders.ts';
import type { Snapshot } from './snapshot.ts';
import { isEmployee, isManager, mayVoteOn, PEOPLE, VOICE } from './walk-people.ts';
import type { World } from './world.ts';

/** One press: by whom, with which dice, over what stood there just before. */
export type Press = { world: World; mentionId: number; who: string; n: number; before: Snapshot };

type Act = {
  /** Whether the rules of the house give this person the right, read from the rows alone. */
  allows(press: Press): boolean;
  go(press: Press): Promise<unknown>;
};

export const DEPARTMENT: Department = { name: 'Product', channel: HELP, takes: ['idea', 'defect'] };

const mentionOf = ({ before, mentionId }: Press) => before.mentions.find(({ id }) => id === mentionId);
const draftOf = ({ before, mentionId }: Press) => before.drafts.filter((one) => one.mention_id === mentionId).at(-1);
const ballotOf = ({ before, mentionId }: Press) => before.ballots.filter((one) => one.mention_id === mentionId).at(-1);
const callOf = ({ before }: Press) => before.escalations.at(-1);
const routeOf = ({ before }: Press) => before.routes.at(-1);
const answerOf = ({ before }: Press) => before.answers.at(-1);
const one = <T>(list: readonly T[], n: number) => list[n % list.length] as T;

const anyone = ({ who }: Press) => isEmployee(who);
const manager = ({ who }: Press) => isManager(who);
const claimant = (press: Press) => mentionOf(press)?.claimant_id === press.who;
const holder = (press: Press) => claimant(press) || draftOf(press)?.writer_id === press.who || manager(press);
const theirs = (press: Press) => claimant(press) || manager(press);
const theirsOrNobodys = (press: Press) => anyone(press) && (!mentionOf(press)?.claimant_id || theirs(press));

const move = (what: Move): Act['go'] => {
  return ({ world, mentionId, who }) => moveMention(world.deps, { mentionId, personId: who, move: what, reason: 'so' });
};

function draft(options: { keepOnly?: boolean; stale?: boolean }): Act['go'] {
  return (press) => {
    const { world, mentionId, who, n } = press;
    const basedOn = options.stale ? -1 : (draftOf(press)?.id ?? null);
    const text = `We hear you, and look into it (${n % 7}).`;
    return saveDraft(world.deps, { mentionId, personId: who, text, keepOnly: options.keepOnly ?? false, basedOn });
  };
}

function vote(choice: Choice): Act {
  return {
    allows: (press) => mayVoteOn(ballotOf(press), press.who),
    go: (press) => castVote(press.world.deps, { ballotId: ballotOf(press)?.id ?? 0, personId: press.who, choice }),
  };
}

function routeStep(event: RouteEvent, allows: Act['allows']): Act {
  const go: Act['go'] = (press) =>
    moveRoute(press.world.deps, { routeId: routeOf(press)?.id ?? 0, personId: press.who, event, words: 'It is so.' });
  return { allows, go };
}

/** Everything that a person can press. */
export const ACTS = {
  claim: { allows: anyone, go: move('claim') },
  release: { allows: theirs, go: move('release') },
  dismiss: { allows: theirsOrNobodys, go: move('dismiss') },
  reopen: { allows: anyone, go: move('reopen') },
  handOver: {
    allows: theirs,
    go: ({ world, mentionId, who, n }) =>
      handOver(world.deps, { mentionId, personId: who, to: one(PEOPLE, n), note: 'please' }),
  },
  takeBack: {
    allows: (press) => manager(press) || mentionOf(press)?.handed_by === press.who,
    go: ({ world, mentionId, who }) => takeBack(world.deps, { mentionId, personId: who }),
  },
  snooze: {
    allows: theirsOrNobodys,
    go: ({ world, mentionId, who, n }) =>
      snoozeMention(world.deps, { mentionId, personId: who, choice: one(SNOOZE_CHOICES, n) }),
  },
  wake: {
    allows: theirsOrNobodys,
    go: ({ world, mentionId, who }) => wakeMention(world.deps, { mentionId, personId: who }),
  },
  draft: { allows: theirs, go: draft({}) },
  keepDraft: { allows: theirs, go: draft({ keepOnly: true }) },
  staleDraft: { allows: () => false, go: draft({ stale: true }) },
  approve: vote('approve'),
  object: vote('object'),
  decide: {
    allows: (press) => manager(press) && (draftOf(press)?.writer_id !== press.who || press.who === VOICE),
    go: (press) => {
      const { world, mentionId, who } = press;
      return decideAlone(world.deps, { mentionId, personId: who, draftId: draftOf(press)?.id ?? null, reason: 'now' });
    },
  },
  hold: { allows: holder, go: ({ world, mentionId, who }) => holdReply(world.deps, { mentionId, personId: who }) },
  giveBack: { allows: holder, go: ({ world, mentionId, who }) => giveBack(world.deps, { mentionId, personId: who }) },
  markPosted: {
    allows: holder,
    go: ({ world, mentionId, who, n }) =>
      markPosted(world.deps, { mentionId, personId: who, url: n % 2 ? `https://blog.example/answer/${n}` : null }),
  },
  escalate: {
    allows: anyone,
    go: ({ world, mentionId, who, n }) =>
      escalateMention(world.deps, { mentionId, personId: who, level: one(ESCALATION_LEVELS, n), reason: 'legal' }),
  },
  acknowledge: {
    allows: anyone,
    go: (press) =>
      acknowledgeEscalation(press.world.deps, { escalationId: callOf(press)?.id ?? 0, personId: press.who }),
  },
  closeCall: {
    allows: (press) =>
      theirs(press) || callOf(press)?.escalated_by === press.who || callOf(press)?.acknowledged_by === press.who,
    go: (press) =>
      closeCall(press.world.deps, { escalationId: callOf(press)?.id ?? 0, personId: press.who, outcome: 'settled' }),
  },
  endCrisis: {
    allows: manager,
    go: ({ world, before, who }) =>
      endCrisis(world.deps, { crisisId: before.crises.at(-1)?.id ?? 0, personId: who, closing: 'over' }),
  },
  route: {
    allows: anyone,
    go: ({ world, mentionId, who, n, before }) =>
      routeMention(world.deps, {
        ...{ mentionId, personId: who, note: '', title: `export to CSV ${n % 3}` },
        choice: choiceKey({ kind: one(DEPARTMENT.takes, n), department: DEPARTMENT.name }),
        wishId: n % 4 === 0 ? (before.wishes.at(-1)?.id ?? null) : null,
        ownerId: n % 3 === 0 ? one(PEOPLE, n) : null,
        dueOn: n % 2 === 0 ? new Date(+world.now() + 86_400_000).toISOString().slice(0, 10) : null,
      }),
  },
  acceptRoute: routeStep('accept', anyone),
  askBack: routeStep('ask_back', anyone),
  explain: routeStep('explain', (press) => theirs(press) || routeOf(press)?.routed_by === press.who),
  finish: routeStep('finish', (press) => {
    const owner = routeOf(press)?.owner_id;
    return manager(press) || (owner ? owner === press.who : anyone(press));
  }),
  tellAuthor: {
    allows: (press) => theirs(press) || press.before.routes.some((route) => route.routed_by === press.who),
    go: ({ world, mentionId, who }) => tellAuthor(world.deps, { mentionId, personId: who }),
  },
  keepAnswer: {
    allows: anyone,
    go: ({ world, mentionId, who, n }) =>
      keepAnswer(world.deps, {
        ...{ mentionId, personId: who, title: `Exports ${n % 3}`, text: `It is fixed ${n % 5}.` },
        ownerId: n % 2 ? one(PEOPLE, n) : undefined,
        months: 3,
      }),
  },
  review: {
    allows: (press) => manager(press) || answerOf(press)?.owner_id === press.who,
    go: (press) => {
      const words = { title: `Exports ${press.n % 3}`, text: `It is fixed ${press.n % 5}.`, months: 3 as const };
      const fate = press.n % 5 === 0 ? 'retire' : 'keep';
      return reviewAnswer(press.world.deps, {
        ...{ answerId: answerOf(press)?.id ?? 0, personId: press.who, fate },
        ...words,
      });
    },
  },
  correct: {
    allows: anyone,
    go: ({ world, mentionId, who, n }) =>
      correctMention(world.deps, { mentionId, personId: who, tone: one(TONES, n), kind: one(KINDS, n) }),
  },
  log: {
    allows: anyone,
    go: ({ world, who, n }) =>
      logMention(world.deps, {
        ...{ personId: who, formId: `form ${n}`, network: 'phone', watchId: 1, saidBy: 'Maya' },
        ...{ text: `She called about Acme, for the ${n}th time.`, url: null },
      }),
  },
} satisfies Record<string, Act>;

export type ActName = keyof typeof ACTS;

/** What somebody would likely do next, so that a walk gets somewhere. */
export const LIKELY: Record<MentionStatus, ActName[]> = {
  new: ['claim', 'claim', 'claim', 'dismiss', 'snooze', 'escalate', 'route'],
  claimed: ['draft', 'draft', 'draft', 'keepDraft', 'handOver', 'takeBack', 'snooze', 'route', 'tellAuthor'],
  voting: ['approve', 'approve', 'approve', 'approve', 'object', 'decide', 'draft', 'handOver'],
  approved: ['hold', 'hold', 'hold', 'hold', 'object', 'draft', 'handOver', 'release'],
  sending: ['markPosted', 'markPosted', 'giveBack', 'acknowledge', 'acceptRoute'],
  unknown: ['markPosted', 'markPosted', 'giveBack'],
  answered: ['keepAnswer', 'finish', 'tellAuthor', 'reopen', 'review', 'route', 'askBack', 'explain'],
  dismissed: ['reopen'],
};

/** A second press of these is a second act, and as good as the first; of all others it is refused or changes nothing. */
export const REPEATABLE: ActName[] = ['approve', 'object', 'snooze', 'escalate', 'review'];
