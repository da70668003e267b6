import fc from 'fast-check';
import type {
  BallotFacts,
  CardFacts,
  CrisisFacts,
  Draft,
  EscalationFacts,
  ReplyFacts,
  RouteFacts,
} from '../../src/domain/card.ts';
import { ESCALATION_LEVELS, ROUTE_STATES } from '../../src/domain/card.ts';
import { type JudgementFacts, KINDS, TONES } from '../../src/domain/judgement.ts';
import { type MentionStatus, STATUSES } from '../../src/domain/mention.ts';
import type {
  HomeFacts,
  HomeOfManager,
  MentionLine,
  QueueFacts,
  StatusFacts,
  WatchLine,
} from '../../src/domain/overview.ts';
import { ALL_OPEN, parseQueue, parseSearch } from '../../src/domain/queue-filter.ts';
import { ROUTE_KINDS } from '../../src/domain/settings.ts';
import { aCard, aRoute } from '../helpers/facts.ts';
import { authorsOf } from './any-authors.ts';
import { reportsOf } from './any-report.ts';
import { anySettings } from './any-settings.ts';

/** What somebody outside may write to break a card. */
export const HOSTILE = [
  '<!channel> <!here> <@U0BEN> <!subteam^S1|x>',
  '<https://evil.example|https://acme.dev>',
  '&amp; &lt;!channel&gt;',
  '&'.repeat(3000),
  '<'.repeat(10_000),
  '\n'.repeat(5000),
  'a\n'.repeat(5000),
  'x'.repeat(100_000),
  '😀👩‍👩‍👧‍👦'.repeat(3000),
  'שלום עולם '.repeat(400),
  'e\u0301\u0301\u0301\u0301'.repeat(2000),
  '*bold* _it_ ~no~ `code` ```\nfence\n``` :tada: @channel',
  '<!date^0^{date}|x>',
  '\u0000\u202E\uD800',
  ' \t\n ',
  '',
];

const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 200 }), fc.lorem());
const name = fc.oneof(text, fc.string({ maxLength: 20 }));
const url = fc.option(
  fc.oneof(
    fc.webUrl(),
    fc.constantFrom('javascript:alert(1)', 'data:text/html,x', '//evil', 'http://', `https://a.b/${'x'.repeat(5000)}`),
    fc.constantFrom('https://a.b/<!channel>|x', 'https://xn--mnchen-3ya.de/ü?a=1&b=2', 'HTTPS://A.B', ''),
  ),
);
const at = fc.oneof(
  fc.date({ min: new Date('2026-11-01'), max: new Date('2026-12-31') }),
  fc.constantFrom(new Date(0), new Date('0001-01-01'), new Date('9999-12-31'), new Date(Number.NaN)),
);
const userId = fc.oneof(fc.constantFrom('U0ANA', 'U0BEN', 'W123'), fc.constantFrom('<!channel>', '', 'USER|x>'));
export const anyAuthor = authorsOf({ name, url, at, userId });
const userIds = fc.array(userId, { maxLength: 60 });
const count = fc.integer({ min: 0, max: 1_000_000 });
const id = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Nowhere/At_All');
const status = fc.constantFrom(...(Object.keys(STATUSES) as MentionStatus[]));

const draft: fc.Arbitrary<Draft> = fc.record({
  id,
  revision: count,
  text: text.map((one) => [...one].slice(0, 3000).join('')),
  textHash: fc.constant('hash'),
  writerId: userId,
  createdAt: at,
});

const ballot: fc.Arbitrary<BallotFacts> = fc.record({
  id,
  status: fc.constantFrom('open', 'approved', 'rejected', 'lapsed', 'void'),
  counted: fc.record({ approvals: userIds, objections: userIds }),
  votesNeeded: count,
  objectionsNeeded: count,
  requiredGroups: fc.array(fc.constantFrom('S01LEADS', 'S02LEGAL', '<!channel>', ''), { maxLength: 10 }),
  reasons: fc.array(text, { maxLength: 10 }),
  openedAt: at,
  closesAt: at,
  decidedAt: fc.option(at),
  decidedBy: fc.option(userId),
  decisionReason: fc.option(text),
  voidedBy: fc.option(fc.constantFrom('release', 'hand_over', 'dismiss', 'save_draft')),
  link: url,
});

const reply: fc.Arbitrary<ReplyFacts> = fc.record({
  draftId: id,
  heldBy: userId,
  heldUntil: at,
  postedBy: fc.option(userId),
  postedAt: fc.option(at),
  url,
});

/** A call for help by anybody for any reason. */
export const anyEscalation: fc.Arbitrary<EscalationFacts> = fc.record({
  id,
  level: fc.constantFrom(...ESCALATION_LEVELS),
  reason: text,
  by: userId,
  at,
  acknowledgedBy: fc.option(userId),
  acknowledgedAt: fc.option(at),
  rung: fc.integer({ min: 0, max: 12 }),
  ladder: fc.array(
    fc.record({
      to: fc.constantFrom('C0HELP', 'G0HELP', 'U0DANA', 'S0LEADS', '<!channel>', 'S|<!here>', ''),
      afterMs: count,
      name: fc.option(name),
      calledAt: fc.option(at),
      isEmpty: fc.boolean(),
    }),
    { maxLength: 12 },
  ),
  nextAt: fc.option(at),
  closedBy: fc.option(userId),
  closedAt: fc.option(at),
  outcome: fc.option(text),
});

/** A crisis called by anybody for any reason, over or not. */
export const anyCrisis: fc.Arbitrary<CrisisFacts> = fc.record({
  id,
  reason: text,
  by: userId,
  at,
  endedBy: fc.option(userId),
  endedAt: fc.option(at),
  closing: fc.option(text),
});

/** A route in any state, whole or not. */
export const anyRoute: fc.Arbitrary<RouteFacts> = fc
  .record({
    id,
    kind: fc.constantFrom(...ROUTE_KINDS),
    department: name,
    note: text,
    dueOn: fc.option(fc.constantFrom('2026-11-27', '2027-02-30', '<!here>')),
    routedBy: userId,
    routedAt: at,
    state: fc.constantFrom(...ROUTE_STATES),
    ownerId: fc.option(userId),
    acceptedAt: fc.option(at),
    question: fc.option(text),
    questionBy: fc.option(userId),
    explanation: fc.option(text),
    explainedBy: fc.option(userId),
    outcome: fc.option(text),
    doneBy: fc.option(userId),
    doneAt: fc.option(at),
    toldAt: fc.option(at),
    wish: text,
    asked: fc.record({ times: count, since: at }),
    link: url,
  })
  .map((facts) => aRoute(facts));

const mentionFacts = fc.record({
  id,
  status,
  claimantId: fc.option(userId),
  claimedAt: fc.option(at),
  handedBy: fc.option(userId),
  snoozedBy: fc.option(userId),
  snoozedUntil: fc.option(at),
  snoozedUntilReply: fc.boolean(),
  answeredBy: fc.option(userId),
  answeredAt: fc.option(at),
  dismissedBy: fc.option(userId),
  dismissedReason: fc.option(text),
  firstPostedAt: fc.option(at),
  backfilled: fc.boolean(),
  createdAt: at,
});

const judgement: fc.Arbitrary<JudgementFacts> = fc.record({
  tone: fc.option(fc.constantFrom(...TONES)),
  score: fc.double({ min: -1, max: 1 }),
  toneBy: fc.option(userId),
  kind: fc.option(fc.constantFrom(...KINDS)),
  because: fc.option(text),
  kindBy: fc.option(userId),
  language: fc.option(fc.constantFrom('en', 'de', 'zh', 'xx', '<!')),
});

/** A mention in any state, whole or not, with whatever the outside wrote. */
export const anyCard: fc.Arbitrary<CardFacts> = fc
  .record({
    mention: mentionFacts,
    networkLabel: name,
    title: fc.option(text),
    text,
    url,
    author: fc.record({ name, handle: name, url: fc.webUrl() }, { requiredKeys: [] }),
    weighed: fc.option(anyAuthor),
    publishedAt: fc.option(at),
    judgement,
    watch: name,
    otherWatches: fc.array(name, { maxLength: 30 }),
    sightings: fc.array(fc.record({ network: name, networkLabel: name, url }), { maxLength: 30 }),
    maxReplyChars: fc.constantFrom(0, 1, 300, 3000, 100_000, Number.POSITIVE_INFINITY),
    draft: fc.option(draft),
    ballot: fc.option(ballot),
    reply: fc.option(reply),
    escalations: fc.array(anyEscalation, { maxLength: 20 }),
    crisis: fc.option(anyCrisis),
    routes: fc.array(anyRoute, { maxLength: 20 }),
    cardLink: url,
    timezone: zone,
  })
  .map((facts) => ({ ...facts, mention: aCard({ mention: facts.mention }).mention }));

const mentionLine: fc.Arbitrary<MentionLine> = fc.record({
  id,
  status,
  networkLabel: name,
  authorName: fc.option(name),
  words: text,
  watch: name,
  claimantId: fc.option(userId),
  snoozedUntil: fc.option(at),
  snoozedUntilReply: fc.boolean(),
  at,
  cardLink: url,
});

/** A queue of any length. */
export const anyReport = reportsOf({ name, userId, zone, mentionLine });

export const anyQueue: fc.Arbitrary<QueueFacts> = fc.record({
  lines: fc.array(mentionLine, { maxLength: 60 }),
  total: count,
  timezone: zone,
  page: fc.integer({ min: 0, max: 5 }),
  asked: fc
    .tuple(fc.constantFrom(parseQueue, parseSearch), text, text)
    .map(([parse, watch, word]) => parse(`${word.slice(0, 500)} watch "${watch}" network "${watch}" mine`, 'U0BEN'))
    .map((asked) => ('misread' in asked ? ALL_OPEN : asked)),
});

/** Sources and failures of any number. */
export const anyStatus: fc.Arbitrary<StatusFacts> = fc.record({
  sources: fc.array(
    fc.record({
      id,
      network: name,
      name,
      watches: fc.array(name, { maxLength: 10 }),
      everyMs: count,
      lastSuccessAt: fc.option(at),
      lastError: fc.option(text),
      nextPollAt: fc.option(at),
      stopped: fc.boolean(),
    }),
    { maxLength: 60 },
  ),
  due: fc.record({ drawings: count, polls: count, recounts: count }),
  dead: fc.array(
    fc.record({
      kind: fc.constantFrom('posting', 'ballot', 'escalation', 'reminder', 'answer', 'schedule', 'route', 'hold'),
      id,
      what: text,
      lastError: text,
      since: at,
    }),
    { maxLength: 60 },
  ),
  pausedChannels: fc.array(fc.record({ channelId: fc.constantFrom('C1', '<!here>'), reason: text }), { maxLength: 60 }),
  timezone: zone,
});

const day = fc.constantFrom('2026-11-27', '0001-01-01', 'x');

/** What managers see besides, of any amount. */
const anyOfManager: fc.Arbitrary<HomeOfManager> = fc.record({ status: anyStatus, settings: anySettings });

/** A person with any number of claims, votes, calls and routes. */
export const anyHome: fc.Arbitrary<HomeFacts> = fc.record({
  picture: fc.option(fc.record({ fileId: fc.constant('F0CHART'), stamp: fc.constant('stamp'), words: text })),
  claims: fc.array(mentionLine, { maxLength: 60 }),
  overdue: fc.array(fc.record({ line: mentionLine, since: at }), { maxLength: 60 }),
  drafts: fc.array(fc.record({ line: mentionLine, closesAt: at, link: url }), { maxLength: 60 }),
  toVote: fc.array(fc.record({ line: mentionLine, writerId: userId, closesAt: at, link: url }), { maxLength: 60 }),
  calls: fc.array(
    fc.record({
      id,
      level: fc.constantFrom(...ESCALATION_LEVELS),
      reason: text,
      by: userId,
      at,
      acknowledgedBy: fc.option(userId),
      line: fc.option(mentionLine),
    }),
    { maxLength: 60 },
  ),
  asked: fc.array(
    fc.record({
      id,
      kind: fc.constantFrom(...ROUTE_KINDS),
      department: name,
      note: text,
      ownerId: fc.option(userId),
      dueOn: fc.option(day),
      state: fc.constantFrom('asked' as const, 'accepted' as const, 'asked_back' as const),
      link: url,
      line: fc.option(mentionLine),
    }),
    { maxLength: 60 },
  ),
  unclaimed: count,
  timezone: zone,
  manager: fc.option(anyOfManager),
});

const phrases = fc.array(name, { maxLength: 30 });

/** Watches of any number, with any phrases. */
export const anyWatches: fc.Arbitrary<WatchLine[]> = fc.array(
  fc.record({
    name,
    channelId: fc.constantFrom('C0GEN', '#general', '<!here>'),
    any: phrases,
    all: phrases,
    none: phrases,
    voices: userIds,
    sources: phrases,
    votes: count,
    objections: count,
    fromFile: fc.boolean(),
    pausedReason: fc.option(text),
  }),
  { maxLength: 40 },
);

/** What may stand in the record. */
export const anyHistory = fc.array(
  fc.record({
    at,
    personId: fc.option(userId),
    act: fc.oneof(fc.constantFrom('claim', 'dismiss', 'vote', 'escalate', 'found', '__proto__', 'toString'), name),
    detail: fc.dictionary(fc.constantFrom('reason', 'choice', 'network'), fc.oneof(text, fc.integer())),
  }),
  { maxLength: 120 },
);

export { name as anyName, text as anyText };
