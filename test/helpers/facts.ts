import type { BallotFacts, CardFacts, Draft, EscalationFacts, ReplyFacts, RouteFacts } from '../../src/domain/card.ts';
import type { JudgementFacts } from '../../src/domain/judgement.ts';
import type { Mention, MentionStatus } from '../../src/domain/mention.ts';
import type { HomeFacts, MentionLine } from '../../src/domain/overview.ts';
import type { SettingsFacts, TeamFacts, WatchFacts } from '../../src/domain/settings-facts.ts';

/** The instant of every test that does not care: Monday, 23 November 2026, 09:00 UTC. */
export const NOW = new Date('2026-11-23T09:00:00Z');

export const ANA = 'U0ANA';
export const BEN = 'U0BEN';
export const CHI = 'U0CHI';
export const DANA = 'U0DANA';

/** An instant so many minutes before NOW; after it when negative. */
export function minutesAgo(minutes: number): Date {
  return new Date(NOW.getTime() - minutes * 60_000);
}

/** Ben's draft. */
export function aDraft(facts: Partial<Draft> = {}): Draft {
  const text = 'Sorry about that. A fix is on its way; would you try again tomorrow?';
  return { id: 31, revision: 1, text, textHash: 'hash', writerId: BEN, createdAt: minutesAgo(3), ...facts };
}

/** An open ballot with Ana's approval; two are needed, and one objection stops it. */
export function aBallot(facts: Partial<BallotFacts> = {}): BallotFacts {
  return {
    id: 41,
    status: 'open',
    counted: { approvals: [ANA], objections: [] },
    votesNeeded: 2,
    objectionsNeeded: 1,
    requiredGroups: [],
    reasons: [],
    openedAt: minutesAgo(3),
    closesAt: new Date('2026-11-24T09:00:00Z'),
    decidedAt: null,
    decidedBy: null,
    decisionReason: null,
    voidedBy: null,
    link: 'https://acme.slack.com/archives/C0VOTES/p2',
    ...facts,
  };
}

/** The reply as Ben holds it, for another 15 minutes. */
export function aReply(facts: Partial<ReplyFacts> = {}): ReplyFacts {
  return { draftId: 31, heldBy: BEN, heldUntil: minutesAgo(-15), postedBy: null, postedAt: null, url: null, ...facts };
}

/** Ben's call for help, which nobody has answered. */
export function anEscalation(facts: Partial<EscalationFacts> = {}): EscalationFacts {
  const nobody = { acknowledgedBy: null, acknowledgedAt: null, closedBy: null, closedAt: null, outcome: null };
  const at = minutesAgo(2);
  const ladder = [{ to: 'C0HELP', afterMs: 0, name: null, calledAt: at, isEmpty: false }];
  const climb = { rung: 0, ladder, nextAt: null };
  return { id: 51, level: 'help', reason: 'legal question', by: BEN, at, ...climb, ...nobody, ...facts };
}

/** Ben's route to Product, asked for the fourth time, which nobody has taken. */
export function aRoute(facts: Partial<RouteFacts> = {}): RouteFacts {
  return { ...ROUTE, ...facts };
}

const ROUTE: RouteFacts = {
  id: 61,
  teamId: 'T0ACME',
  mentionId: 11,
  wishId: 71,
  kind: 'idea',
  department: 'Product',
  channelId: 'C0PRODUCT',
  note: 'She runs it every Monday.',
  dueOn: null,
  routedBy: BEN,
  routedAt: minutesAgo(2),
  state: 'asked',
  ownerId: null,
  acceptedAt: null,
  question: null,
  questionBy: null,
  explanation: null,
  explainedBy: null,
  outcome: null,
  doneBy: null,
  doneAt: null,
  toldAt: null,
  wish: 'export to CSV',
  asked: { times: 4, since: new Date('2026-06-03T10:00:00Z') },
  link: 'https://acme.slack.com/archives/C0PRODUCT/p3',
};

const CLAIMED = { claimantId: BEN, claimedAt: minutesAgo(5) };
const APPROVED = aBallot({
  status: 'approved',
  counted: { approvals: [ANA, CHI], objections: [] },
  decidedAt: minutesAgo(1),
});

/** What goes with each status, so that a card of it is whole. */
const BY_STATUS: Record<MentionStatus, { mention?: Partial<Mention> } & Partial<Omit<CardFacts, 'mention'>>> = {
  new: {},
  claimed: { mention: CLAIMED },
  voting: { mention: CLAIMED, draft: aDraft(), ballot: aBallot() },
  approved: { mention: CLAIMED, draft: aDraft(), ballot: APPROVED },
  sending: { mention: CLAIMED, draft: aDraft(), ballot: APPROVED, reply: aReply() },
  unknown: { mention: CLAIMED, draft: aDraft(), ballot: APPROVED, reply: aReply({ heldUntil: minutesAgo(10) }) },
  answered: {
    mention: { ...CLAIMED, firstPostedAt: minutesAgo(50), answeredBy: BEN, answeredAt: minutesAgo(8) },
    draft: aDraft(),
    ballot: APPROVED,
    reply: aReply({ postedBy: BEN, postedAt: minutesAgo(8), url: 'https://bsky.app/reply/9' }),
  },
  dismissed: { mention: { dismissedBy: ANA, dismissedReason: 'not about us' } },
};

export type CardOverrides = { status?: MentionStatus; mention?: Partial<Mention> } & Partial<
  Omit<CardFacts, 'mention'>
>;

/** Maya's complaint on Bluesky with everything that belongs to its status; 'new' when none is given. */
export function aCard({ status = 'new', mention, ...facts }: CardOverrides = {}): CardFacts {
  const { mention: ofStatus, ...rest } = BY_STATUS[status];
  return { ...FRESH, ...rest, ...facts, mention: { ...FRESH.mention, status, ...ofStatus, ...mention } };
}

/** A complaint that sounds negative, as the model has it. */
export function aJudgement(facts: Partial<JudgementFacts> = {}): JudgementFacts {
  const byTheModel = { toneBy: null, kindBy: null, because: null, language: 'en' };
  return { tone: 'negative', score: -0.4, kind: 'complaint', ...byTheModel, ...facts };
}

const FRESH: CardFacts = {
  mention: {
    id: 11,
    teamId: 'T0ACME',
    itemId: 21,
    watchId: 1,
    status: 'new',
    version: 1,
    claimantId: null,
    claimedAt: null,
    handedBy: null,
    snoozedBy: null,
    snoozedUntil: null,
    snoozedUntilReply: false,
    answeredBy: null,
    answeredAt: null,
    dismissedBy: null,
    dismissedReason: null,
    firstPostedAt: minutesAgo(7),
    backfilled: false,
    createdAt: minutesAgo(7),
  },
  networkLabel: 'Bluesky',
  title: null,
  text: 'Third time this week that acme cloud’s export times out. Is anyone home?',
  url: 'https://bsky.app/post/1',
  author: { name: 'Maya Ito', handle: 'maya.example' },
  publishedAt: minutesAgo(8),
  judgement: aJudgement(),
  weighed: null,
  watch: 'Acme',
  otherWatches: [],
  sightings: [],
  maxReplyChars: 300,
  draft: null,
  ballot: null,
  reply: null,
  escalations: [],
  crisis: null,
  routes: [],
  cardLink: 'https://acme.slack.com/archives/C0GEN/p1',
  timezone: 'Europe/Berlin',
};

/** The same mention in a list. */
export function aLine(facts: Partial<MentionLine> = {}): MentionLine {
  return {
    id: 11,
    status: 'claimed',
    networkLabel: 'Bluesky',
    authorName: 'Maya Ito',
    words: 'Third time this week that acme cloud’s export times out.',
    watch: 'Acme',
    claimantId: BEN,
    snoozedUntil: null,
    snoozedUntilReply: false,
    at: minutesAgo(7),
    cardLink: 'https://acme.slack.com/archives/C0GEN/p1',
    ...facts,
  };
}

/** App Home of somebody who has nothing to do. */
export function aHome(facts: Partial<HomeFacts> = {}): HomeFacts {
  const nothing = {
    claims: [],
    overdue: [],
    drafts: [],
    toVote: [],
    calls: [],
    asked: [],
    unclaimed: 0,
    manager: null,
    picture: null,
  };
  return { ...nothing, timezone: 'Europe/Berlin', ...facts };
}

/** The settings of a team that has set nothing yet. */
export function someSettings(facts: Partial<SettingsFacts> = {}): SettingsFacts {
  return { team: teamSettings(), watches: [], departments: [], goals: [], ...facts };
}

/** A team's own settings, set in Slack. */
export function teamSettings(facts: Partial<TeamFacts> = {}): TeamFacts {
  return {
    managers: [DANA],
    timezone: 'Europe/Berlin',
    officeHours: { days: [1, 2, 3, 4, 5], fromMinute: 540, toMinute: 1080 },
    holidays: ['2026-12-25'],
    approvalsChannel: 'C0VOTES',
    escalationsChannel: 'C0HELP',
    forbiddenWords: ['guarantee'],
    defaultChannel: null,
    sections: [],
    stamp: 'stamp',
    ...facts,
  };
}

/** A watch with everything that is set about it, set in Slack. */
export function watchSettings(facts: Partial<WatchFacts> = {}): WatchFacts {
  return {
    id: 7,
    name: 'Acme',
    fromFile: false,
    pausedReason: null,
    channelId: 'C0GEN',
    any: ['acme cloud'],
    all: [],
    none: ['acme anvils'],
    voices: [ANA],
    addresses: ['https://blog.example/feed.xml'],
    sources: [],
    approval: { votes: 2, objections: 1, windowMs: 24 * 60 * 60_000, approvers: 'everyone' },
    escalation: [],
    timezone: 'Europe/Berlin',
    stamp: 'stamp',
    ...facts,
  };
}
