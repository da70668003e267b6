import { subcommands } from '../../listeners/commands/index.ts';
import type { BallotFacts, CrisisFacts, RouteFacts } from '../../src/domain/card.ts';
import { ballotMessage } from '../../src/views/ballot-message.ts';
import { riskSentence } from '../../src/views/copy.ts';
import { crisisMessage } from '../../src/views/crisis-message.ts';
import { escalationMessage } from '../../src/views/escalation-message.ts';
import { helpMessage } from '../../src/views/help-message.ts';
import type { SlackMessage } from '../../src/views/message.ts';
import { routeMessage } from '../../src/views/route-message.ts';
import { welcomeMessage } from '../../src/views/welcome-message.ts';
import {
  ANA,
  aBallot,
  aCard,
  aDraft,
  anEscalation,
  aRoute,
  BEN,
  CHI,
  DANA,
  minutesAgo,
  NOW,
} from '../helpers/facts.ts';
import { drawnMessage } from './on-screen.ts';

type Messages = [string, string[]][];

const DECIDED = { decidedAt: minutesAgo(1) };
const AGAINST = { approvals: [ANA], objections: [CHI] };
const STRICTER = { votes: 1, groups: 1 };

const BALLOTS: Record<string, Partial<BallotFacts>> = {
  Open: {},
  'Open, stricter': {
    votesNeeded: 3,
    requiredGroups: ['S0LEADS'],
    counted: { approvals: [ANA, CHI, DANA], objections: [] },
    reasons: [riskSentence({ kind: 'negative', votes: 1, group: 'S0LEADS' }, BEN)],
  },
  'The time is over': { closesAt: NOW },
  Approved: { status: 'approved', counted: { approvals: [ANA, CHI], objections: [] }, ...DECIDED },
  'Approved by a community manager': {
    status: 'approved',
    decidedBy: DANA,
    decisionReason: 'we must answer tonight',
    ...DECIDED,
  },
  'Not approved': { status: 'rejected', counted: AGAINST, ...DECIDED },
  'Time ran out': { status: 'lapsed', ...DECIDED },
  'Stopped: edited': { status: 'void', voidedBy: 'save_draft', ...DECIDED },
  'Stopped: released': { status: 'void', voidedBy: 'release', ...DECIDED },
  'Stopped: handed over': { status: 'void', voidedBy: 'hand_over', ...DECIDED },
  'Stopped: dismissed': { status: 'void', voidedBy: 'dismiss', ...DECIDED },
};

/** The message of a vote, from open to its end. */
export function ballots(): Messages {
  return Object.entries(BALLOTS).map(([name, facts]) => {
    const status = facts.status === 'approved' ? 'approved' : facts.status ? 'claimed' : 'voting';
    const card = aCard({ status, draft: aDraft(), ballot: aBallot(facts) });
    return [name, drawn(ballotMessage(card, NOW))];
  });
}

/** The message of a call for help, from asked to closed. */
export function calls(): Messages {
  const dana = { acknowledgedBy: DANA, acknowledgedAt: minutesAgo(1) };
  const closed = { ...dana, closedBy: DANA, closedAt: NOW, outcome: 'legal agreed' };
  const ladder = [
    { to: 'C0HELP', afterMs: 0, name: null, calledAt: minutesAgo(40), isEmpty: false },
    { to: 'S0LEADS', afterMs: 1_800_000, name: 'leads', calledAt: minutesAgo(10), isEmpty: false },
  ];
  const called = { called: 'S0LEADS', mayReadMention: false };
  return [
    ['Asked', drawn(escalationMessage(aCard(), anEscalation(), NOW))],
    [
      'Climbed to the end',
      drawn(escalationMessage(aCard(), anEscalation({ at: minutesAgo(40), rung: 1, ladder }), NOW, called)),
    ],
    ['Crisis', drawn(escalationMessage(aCard(), anEscalation({ level: 'crisis', reason: '' }), NOW))],
    ['Somebody is on it', drawn(escalationMessage(aCard(), anEscalation({ level: 'urgent', ...dana }), NOW))],
    ['Closed', drawn(escalationMessage(aCard(), anEscalation(closed), NOW))],
  ];
}

/** The notice of a crisis, while it runs and after. */
export function crises(): Messages {
  const nobody = { endedBy: null, endedAt: null, closing: null };
  const crisis: CrisisFacts = { id: 1, reason: 'exports fail for everybody', by: BEN, at: minutesAgo(90), ...nobody };
  const over = { ...crisis, endedBy: DANA, endedAt: minutesAgo(5), closing: 'exports work again' };
  return [
    ['It runs', drawn(crisisMessage(aCard(), crisis, STRICTER))],
    ['It runs, votes as they were', drawn(crisisMessage(aCard(), crisis, { votes: 0, groups: 0 }))],
    ['It is over', drawn(crisisMessage(aCard(), over, STRICTER))],
  ];
}

const ROUTES: Record<string, Partial<RouteFacts>> = {
  Asked: {},
  'Asked, for one person': { ownerId: DANA, dueOn: '2026-11-27', asked: { times: 1, since: NOW } },
  Accepted: { state: 'accepted', ownerId: DANA, acceptedAt: minutesAgo(1) },
  'Asked back': { state: 'asked_back', ownerId: DANA, question: 'Which columns?', questionBy: DANA },
  Done: {
    state: 'done',
    ownerId: DANA,
    doneBy: DANA,
    doneAt: minutesAgo(1),
    outcome: 'It ships in May',
    question: 'Which columns?',
    questionBy: DANA,
    explanation: 'All of them',
    explainedBy: BEN,
    toldAt: NOW,
  },
};

/** The posting of a department, from asked to done. */
export function routes(): Messages {
  const shown = Object.entries(ROUTES).map(([name, facts]): [string, string[]] => [
    name,
    drawn(routeMessage(aCard(), aRoute(facts), { mayReadMention: true }, NOW)),
  ]);
  const hidden = drawn(routeMessage(aCard(), aRoute(), { mayReadMention: false }, NOW));
  return [...shown, ['Asked, the mention in a private channel', hidden]];
}

/** What /community answers with when it is asked for help. */
export function help(): Messages {
  const lines = subcommands.map(({ words, does }) => ({ usage: `/community ${words}`, does }));
  return [
    ['/community help', drawn(helpMessage(lines))],
    ['A word that it does not know', drawn(helpMessage(lines, 'dance')).slice(0, 1)],
  ];
}

/** The greeting of a manager, before the first step and after the last. */
export function greetings(): Messages {
  const watch = { id: 1, name: 'Acme', sources: 2 };
  const approval = { channelId: 'C0GEN', votes: 2, approvers: 'everyone' as const };
  const named = { ...approval, approvers: [ANA, CHI] };
  return [
    ['The first step', drawn(welcomeMessage({ channelId: null, watch: null, approval: null }))],
    ['The second step', drawn(welcomeMessage({ channelId: 'C0GEN', watch: null, approval: null }))],
    ['The third step', drawn(welcomeMessage({ channelId: 'C0GEN', watch, approval: null }))],
    ['Done', drawn(welcomeMessage({ channelId: 'C0GEN', watch, approval }))],
    ['Done, with approvers named', drawn(welcomeMessage({ channelId: 'C0GEN', watch, approval: named })).slice(3, 4)],
  ];
}

function drawn({ blocks }: Pick<SlackMessage, 'blocks'>): string[] {
  return drawnMessage(blocks);
}
