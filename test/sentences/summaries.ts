import type { AuthorLine } from '../../src/domain/influence.ts';
import { SCHEDULE_KINDS, type ScheduleKind } from '../../src/domain/knowing.ts';
import type { ScheduleFacts, SentimentFacts, SpikeFacts, SummaryFacts, SummaryLine } from '../../src/domain/summary.ts';
import { NOTHING_LEFT_OUT } from '../../src/domain/summary.ts';
import { NO_TONES, type ToneCounts } from '../../src/domain/tone-balance.ts';
import { previewHelp, previewMessage } from '../../src/views/preview-message.ts';
import { scheduleModal } from '../../src/views/schedule-modal.ts';
import { summariesModal } from '../../src/views/summaries-modal.ts';
import { summaryMessage } from '../../src/views/summary-message.ts';
import { BEN, DANA, minutesAgo, NOW } from '../helpers/facts.ts';
import { linesOf } from '../views/reading.ts';
import { drawnMessage, onScreen } from './on-screen.ts';

type Shown = [string, string[]][];

const DAY = 24 * 60;
const ago = (minutes: number) => minutesAgo(minutes).toISOString();
const tones = (negative: number, neutral: number, positive: number, unclear = 0): ToneCounts => ({
  negative,
  neutral,
  positive,
  unclear,
});

const LINE: SummaryLine = {
  id: 11,
  status: 'new',
  networkLabel: 'Bluesky',
  authorName: 'Maya Ito',
  words: 'Third time this week that acme cloud’s export times out.',
  watch: 'Acme',
  claimantId: null,
  at: ago(90),
  cardLink: null,
  tone: 'negative',
};
const CLAIMED: SummaryLine = { ...LINE, status: 'claimed', claimantId: BEN };
const PRAISE: SummaryLine = { ...LINE, authorName: 'Lee', words: 'Acme is my tool of the year.', tone: 'positive' };
const EVERYTHING = { privateWatches: 2, backfilled: 14, unclear: 4, unjudged: 1 };
const period = { from: ago(DAY), to: NOW.toISOString(), timezone: 'Europe/Berlin', leftOut: NOTHING_LEFT_OUT };
const none = { total: 0, lines: [] };

const QUIET: SummaryFacts = {
  ...period,
  kind: 'brief',
  mentions: 0,
  tone: NO_TONES,
  volumes: [],
  worst: [],
  weighty: [],
  unclaimed: none,
  overdue: none,
  calls: none,
  ballots: none,
  silent: none,
  dead: 0,
};

const BUSY: SummaryFacts = {
  ...QUIET,
  mentions: 23,
  tone: tones(5, 12, 4, 2),
  volumes: [
    { watch: 'Acme', count: 21, usual: 6.2, isUnusual: true },
    { watch: 'Acme jobs', count: 8, usual: 0.2, isUnusual: true },
  ],
  worst: [LINE],
  weighty: [{ ...PRAISE, says: '900,000 followers, spoke of us for the first time, positive' }],
  unclaimed: { total: 12, lines: [LINE] },
  overdue: { total: 2, lines: [CLAIMED] },
  calls: { total: 4, lines: [{ level: 'urgent', reason: 'legal question', by: BEN, at: ago(60), line: CLAIMED }] },
  ballots: { total: 3, lines: [{ line: { ...CLAIMED, status: 'voting' }, closesAt: ago(-120) }] },
  silent: {
    total: 2,
    lines: [
      { name: 'The blog', since: ago(600) },
      { name: 'The forum', since: null },
    ],
  },
  dead: 1,
  leftOut: EVERYTHING,
};

const WEEK: SentimentFacts = {
  ...period,
  kind: 'sentiment_weekly',
  from: ago(7 * DAY),
  beforeFrom: ago(14 * DAY),
  tone: tones(25, 8, 14, 1),
  before: tones(8, 16, 16),
  movers: [LINE, PRAISE],
  byWatch: [
    { name: 'Acme', tone: tones(25, 8, 8, 1), before: tones(8, 16, 16) },
    { name: 'Acme jobs', tone: tones(0, 0, 6), before: tones(0, 0, 0) },
  ],
  byNetwork: [],
  stretches: [
    { name: 'Mon 16 Nov', tone: tones(1, 1, 2) },
    { name: 'Tue 17 Nov', tone: tones(0, 1, 1) },
    { name: 'Wed 18 Nov', tone: NO_TONES },
    { name: 'Thu 19 Nov', tone: tones(2, 1, 2) },
    { name: 'Fri 20 Nov', tone: tones(4, 1, 1) },
    { name: 'Sat 21 Nov', tone: tones(8, 2, 2) },
    { name: 'Sun 22 Nov', tone: tones(10, 2, 6, 1) },
  ],
};

const SPIKE: SpikeFacts = {
  ...period,
  kind: 'spike',
  watch: 'Acme',
  minutes: 60,
  count: 42,
  expected: 3.1,
  words: ['outage', 'login'],
  tone: tones(30, 8, 2, 2),
  authors: 38,
  networks: [
    { name: 'Bluesky', count: 30 },
    { name: 'The forum', count: 12 },
  ],
  top: [LINE],
};

const MAYA: AuthorLine = {
  authorId: 1,
  name: 'Maya Ito',
  networkLabel: 'Bluesky',
  url: null,
  list: 'press',
  score: 66,
  standing: 'of_weight',
  says: '12,400 followers, spoke of us 5 times since October, mostly negative',
};

const PEOPLE: SummaryFacts = {
  ...period,
  kind: 'influencers',
  from: ago(7 * DAY),
  authors: 12,
  anonymous: 3,
  newcomers: [{ ...MAYA, list: null, says: '12,400 followers, spoke of us for the first time' }],
  rising: [{ ...MAYA, times: 5, timesBefore: 1 }],
  turned: [{ ...MAYA, was: 'positive', is: 'negative' }],
  unanswered: [{ ...MAYA, open: 2, watch: 'Acme', words: LINE.words, since: ago(3 * DAY), cardLink: null }],
  voices: [{ personId: DANA, replies: 4 }],
  invited: BEN,
};

const changed = (tone: ToneCounts, before: ToneCounts): SentimentFacts => ({
  ...WEEK,
  kind: 'sentiment_daily',
  from: ago(DAY),
  tone,
  before,
  movers: [],
  byWatch: [],
  stretches: [],
});

/** Each summary as it may come. */
export const SUMMARIES: Record<string, SummaryFacts> = {
  'A brief, when nothing happened': QUIET,
  'A brief, when everything did': BUSY,
  'Sentiment of the week': WEEK,
  'Sentiment of the day, perhaps better': changed(tones(5, 10, 18), tones(26, 42, 32)),
  'Sentiment of the day, as before': changed(tones(5, 10, 5), tones(25, 50, 26)),
  'Sentiment of the day, too few to tell': changed(tones(2, 0, 0), tones(1, 0, 0)),
  'Sentiment of the day, nothing said': changed(NO_TONES, NO_TONES),
  'People who spoke of you': PEOPLE,
  'Unusual volume': SPIKE,
};

const schedule = (kind: ScheduleKind, isPaused = false): ScheduleFacts => ({
  kind,
  channelId: 'C0GEN',
  atMinute: 600,
  weekday: 1,
  isPaused,
  nextAt: kind === 'spike' || isPaused ? null : minutesAgo(-7 * DAY),
  stamp: '',
});
const SCHEDULES = SCHEDULE_KINDS.map((kind) => schedule(kind, kind === 'influencers'));

/** Every summary, its preview, and where it is set. */
export function summaries(): Shown {
  const at = { channelId: 'C0GEN', isPaused: false };
  const forms = [
    ['Their page', summariesModal({ schedules: SCHEDULES, timezone: 'Europe/Berlin' })],
    ['Their page, before the first watch', summariesModal({ schedules: [], timezone: 'Europe/Berlin' })],
    ['The form of one', scheduleModal(schedule('sentiment_weekly'), 'Europe/Berlin')],
  ] as const;
  const lead = (kind: ScheduleKind, isPaused: boolean, facts: SummaryFacts | undefined) =>
    drawnMessage(previewMessage({ kind, ...at, isPaused, facts }).blocks).slice(0, 1);
  return [
    ...Object.entries(SUMMARIES).map(([name, facts]): Shown[number] => [
      name,
      drawnMessage(summaryMessage(facts).blocks),
    ]),
    ['A preview', lead('brief', false, QUIET)],
    ['A preview of what is paused', lead('brief', true, QUIET)],
    ['A preview of an alert', lead('spike', false, SPIKE)],
    ['A preview of an alert, nothing said', lead('spike', false, undefined)],
    ['A preview of nothing in particular', drawnMessage(previewHelp('').blocks)],
    ['A preview of what there is not', drawnMessage(previewHelp('dance').blocks)],
    ...forms.map(([name, view]): Shown[number] => [name, linesOf(view.blocks, onScreen)]),
  ];
}
