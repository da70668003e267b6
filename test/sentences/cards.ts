import { type MentionStatus, STATUSES } from '../../src/domain/mention.ts';
import { mentionCard } from '../../src/views/mention-card.ts';
import {
  ANA,
  aBallot,
  aCard,
  aDraft,
  anEscalation,
  aRoute,
  BEN,
  type CardOverrides,
  CHI,
  DANA,
  minutesAgo,
  NOW,
} from '../helpers/facts.ts';
import { drawnMessage } from './on-screen.ts';

const rung = (to: string, afterMs: number, calledAt: Date | null) => ({
  to,
  afterMs,
  name: null,
  calledAt,
  isEmpty: false,
});
const LADDER = [
  rung('C0HELP', 0, minutesAgo(40)),
  rung(DANA, 1_800_000, minutesAgo(10)),
  rung('S0LEADS', 3_600_000, null),
];
const CLIMBING = anEscalation({ at: minutesAgo(40), rung: 1, ladder: LADDER, nextAt: minutesAgo(-20) });
const ON_IT = { acknowledgedBy: DANA, acknowledgedAt: minutesAgo(1) };
const CLOSED = { ...ON_IT, closedBy: DANA, closedAt: NOW, outcome: 'legal agreed' };
const ACCEPTED = { state: 'accepted', ownerId: DANA } as const;

/** What else a card may say, by what is so. */
const BESIDES: Record<string, CardOverrides> = {
  'Claimed, handed over': { status: 'claimed', mention: { claimantId: CHI, handedBy: BEN } },
  'Claimed, a draft begun': { status: 'claimed', draft: aDraft() },
  'Claimed, the vote did not approve': {
    status: 'claimed',
    draft: aDraft(),
    ballot: aBallot({ status: 'rejected', counted: { approvals: [ANA], objections: [CHI] } }),
  },
  'Claimed, the vote ran out of time': { status: 'claimed', draft: aDraft(), ballot: aBallot({ status: 'lapsed' }) },
  'Approved by a voice': { status: 'approved', ballot: null },
  'Approved by a community manager': {
    status: 'approved',
    ballot: aBallot({ status: 'approved', decidedBy: DANA, decisionReason: 'we must answer tonight' }),
  },
  'Approved, its claimant gone': { status: 'approved', mention: { claimantId: null } },
  'Answered, found by a first poll': { status: 'answered', mention: { backfilled: true } },
  'Snoozed until a time': { mention: { snoozedBy: ANA, snoozedUntil: minutesAgo(-60) } },
  'Snoozed until the author writes': { mention: { snoozedBy: ANA, snoozedUntilReply: true } },
  'Help was called for': { escalations: [anEscalation(), CLIMBING] },
  'Help was given': {
    escalations: [anEscalation({ ...ON_IT, level: 'urgent' }), anEscalation({ ...CLOSED, level: 'crisis' })],
  },
  'A crisis runs': {
    crisis: { id: 1, reason: 'exports fail', by: BEN, at: minutesAgo(5), endedBy: null, endedAt: null, closing: null },
  },
  Routed: { routes: [aRoute(), aRoute({ id: 60, ownerId: DANA, dueOn: '2026-11-27' })] },
  'Routed and taken up': {
    routes: [
      aRoute({ ...ACCEPTED, asked: { times: 1, since: NOW } }),
      aRoute({ id: 60, state: 'asked_back', question: 'Which columns?', questionBy: DANA }),
      aRoute({ id: 59, state: 'done', doneBy: DANA, outcome: 'It ships in May', toldAt: NOW }),
    ],
  },
  'Matched and seen elsewhere': {
    otherWatches: ['Acme jobs'],
    sightings: [{ network: 'hn', networkLabel: 'Hacker News', url: 'https://news.example/1' }],
  },
};

/** The card of each status, whole. */
export function cardsByStatus(): [string, string[]][] {
  return (Object.keys(STATUSES) as MentionStatus[]).map((status) => [status, card({ status })]);
}

/** What a card says besides: the lines that the plain card of its status does not have. */
export function cardLines(): [string, string[]][] {
  return Object.entries(BESIDES).map(([name, facts]) => {
    const plain = card({ status: facts.status ?? 'new' });
    return [name, card(facts).filter((line) => !plain.includes(line) && !line.startsWith('['))];
  });
}

function card(facts: CardOverrides): string[] {
  return drawnMessage(mentionCard(aCard(facts), NOW).blocks);
}
