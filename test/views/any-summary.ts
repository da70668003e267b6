import fc from 'fast-check';
import { ESCALATION_LEVELS } from '../../src/domain/card.ts';
import { STANDINGS } from '../../src/domain/influence.ts';
import { TONES } from '../../src/domain/judgement.ts';
import { AUTHOR_LISTS, SCHEDULE_KINDS } from '../../src/domain/knowing.ts';
import { type MentionStatus, STATUSES } from '../../src/domain/mention.ts';
import type {
  BriefFacts,
  InfluencersFacts,
  Listed,
  ScheduleFacts,
  SentimentFacts,
  SpikeFacts,
  SummaryFacts,
  SummaryLine,
} from '../../src/domain/summary.ts';
import { anyName, anyText } from './any-facts.ts';

const count = fc.oneof(fc.nat(3), fc.nat(2_000_000_000));
const id = fc.integer({ min: 1, max: 2_000_000_000 });
const at = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
  .map((one) => one.toISOString());
const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Nowhere/At_All');
const personId = fc.constantFrom('U0ANA', '<!channel>', '', 'USER|x>');
const link = fc.constantFrom(
  null,
  'https://acme.slack.com/p1',
  'javascript:alert(1)',
  `https://a.b/${'x'.repeat(5000)}`,
);

const tone = fc.record({ negative: count, neutral: count, positive: count, unclear: count });

const line: fc.Arbitrary<SummaryLine> = fc.record({
  id,
  status: fc.constantFrom(...(Object.keys(STATUSES) as MentionStatus[])),
  networkLabel: anyName,
  authorName: fc.option(anyName),
  words: anyText,
  watch: anyName,
  claimantId: fc.option(personId),
  at,
  cardLink: link,
  tone: fc.option(fc.constantFrom(...TONES)),
});

const lines = fc.array(line, { maxLength: 3 });

function listed<T>(one: fc.Arbitrary<T>): fc.Arbitrary<Listed<T>> {
  return fc.record({ total: count, lines: fc.array(one, { maxLength: 3 }) });
}

const period = {
  from: at,
  to: at,
  timezone: zone,
  leftOut: fc.record({ privateWatches: count, backfilled: count, unclear: count, unjudged: count }),
};

export const anyBrief: fc.Arbitrary<BriefFacts> = fc.record({
  ...period,
  kind: fc.constant('brief' as const),
  mentions: count,
  tone,
  volumes: fc.array(
    fc.record({
      watch: anyName,
      count,
      usual: fc.option(fc.double({ min: 0, max: 1e9, noNaN: true })),
      isUnusual: fc.boolean(),
    }),
    { maxLength: 100 },
  ),
  worst: lines,
  weighty: fc.array(
    fc.tuple(line, anyText).map(([one, says]) => ({ ...one, says })),
    { maxLength: 3 },
  ),
  unclaimed: listed(line),
  overdue: listed(line),
  calls: listed(fc.record({ level: fc.constantFrom(...ESCALATION_LEVELS), reason: anyText, by: personId, at, line })),
  ballots: listed(fc.record({ line, closesAt: at })),
  silent: listed(fc.record({ name: anyName, since: fc.option(at) })),
  dead: count,
});

const toneRow = fc.record({ name: anyName, tone, before: tone });

export const anySentiment: fc.Arbitrary<SentimentFacts> = fc.record({
  ...period,
  kind: fc.constantFrom('sentiment_daily', 'sentiment_weekly'),
  beforeFrom: at,
  tone,
  before: tone,
  movers: fc.array(line, { maxLength: 4 }),
  byWatch: fc.array(toneRow, { maxLength: 6 }),
  byNetwork: fc.array(toneRow, { maxLength: 6 }),
  stretches: fc
    .array(tone, { maxLength: 14 })
    .map((tones) => tones.map((one, n) => ({ name: `Mon ${n + 1} Nov 2026`, tone: one }))),
});

const author = {
  authorId: id,
  name: anyName,
  networkLabel: anyName,
  url: link,
  list: fc.option(fc.constantFrom(...AUTHOR_LISTS)),
  score: fc.nat(100),
  standing: fc.constantFrom(...STANDINGS),
  says: anyText,
};
const leaning = fc.constantFrom('negative', 'neutral', 'positive', 'mixed') as fc.Arbitrary<'negative'>;
const few = { maxLength: 5 };

export const anyInfluencerSummary: fc.Arbitrary<InfluencersFacts> = fc.record({
  ...period,
  kind: fc.constant('influencers' as const),
  authors: count,
  anonymous: count,
  newcomers: fc.array(fc.record(author), few),
  rising: fc.array(fc.record({ ...author, times: count, timesBefore: count }), few),
  turned: fc.array(fc.record({ ...author, was: leaning, is: leaning }), few),
  unanswered: fc.array(
    fc.record({ ...author, open: count, watch: anyName, words: anyText, since: at, cardLink: link }),
    few,
  ),
  voices: fc.array(fc.record({ personId, replies: count }), { maxLength: 50 }),
  invited: fc.option(personId),
});

export const anySpike: fc.Arbitrary<SpikeFacts> = fc.record({
  ...period,
  kind: fc.constant('spike' as const),
  watch: anyName,
  minutes: fc.constantFrom(10, 60, 240),
  count,
  expected: fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })),
  words: fc.array(anyName, few),
  tone,
  authors: count,
  networks: fc.array(fc.record({ name: anyName, count }), { maxLength: 4 }),
  top: lines,
});

export const anySummary: fc.Arbitrary<SummaryFacts> = fc.oneof(anyBrief, anySentiment, anyInfluencerSummary, anySpike);

export const anySchedule: fc.Arbitrary<ScheduleFacts> = fc.record({
  kind: fc.constantFrom(...SCHEDULE_KINDS),
  channelId: fc.constantFrom('C0GEN', 'G0PRIVATE', '#general', '<!here>', ''),
  atMinute: fc.integer({ min: 0, max: 1439 }),
  weekday: fc.option(fc.integer({ min: 1, max: 7 })),
  isPaused: fc.boolean(),
  nextAt: fc.option(at.map((one) => new Date(one))),
  stamp: fc.constant('stamp'),
});
