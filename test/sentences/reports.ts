import { NAMED_PERIODS, parseReport } from '../../src/domain/report-asked.ts';
import { pictureBlocks } from '../../src/views/home-picture.ts';
import { reportMessage } from '../../src/views/report-message.ts';
import { misreadReportSentence } from '../../src/views/report-misread.ts';
import {
  beganLaterNote,
  fewMeasuredNote,
  moreBeganLaterNote,
  notOverNote,
  otherGoalsNote,
  uncountedNote,
} from '../../src/views/report-notes.ts';
import { BEN, NOW } from '../helpers/facts.ts';
import { anEmptyReport, aReport, someCounts } from '../helpers/report.ts';
import { drawn, drawnMessage } from './on-screen.ts';

type Reports = [string, string[]][];

const turn = { asked: { period: 'week' as const, watch: null, by: null }, at: NOW };
const shown = (facts = aReport()) => drawnMessage(reportMessage(facts, { shown: 'private', turn }).blocks);

const ONE = someCounts({
  mentions: 1,
  claimed: 1,
  toClaim: { measured: 1, medianMinutes: 12, p90Minutes: 12 },
  tone: { negative: 1, neutral: 0, positive: 0, unclear: 0 },
});
const BENS = someCounts({
  mentions: 9,
  answered: 8,
  repliers: [{ personId: BEN, replies: 8 }],
  toReply: { measured: 8, medianMinutes: 30, p90Minutes: 60 },
});
const OF_BEN = { by: 'person' as const, rows: [{ name: 'Ben', personId: BEN, counts: BENS }], counts: BENS };

/** The report, from full to empty, and where it is shared. */
export function reports(): Reports {
  const posted = { shown: 'posted' as const, summaryId: 1, audience: 'channel' as const };
  return [
    ['A full week', shown()],
    ['Nothing was heard', shown(anEmptyReport())],
    ['One mention', shown(anEmptyReport({ counts: ONE }))],
    ['One voice, by person', shown(aReport(OF_BEN))],
    ['Goals that were missed, could not be measured, or still run', shown(aReport({ goals: GOALS })).slice(1, 5)],
    ['What a reader must know', readersNotes()],
    ['What cannot be read', misreadReports()],
    [
      'Shared in a channel',
      drawnMessage(reportMessage(anEmptyReport(), { ...posted, sharedBy: BEN }).blocks).slice(-2),
    ],
    ['In App Home', drawnMessage(pictureBlocks({ fileId: 'F1', stamp: '', words: 'Mentions: 16 Nov 4, 17 Nov 9.' }))],
  ];
}

const GOALS = [
  { goal: { metric: 'share_answered', target: 80, period: 'week' }, actual: 71.4, met: false },
  { goal: { metric: 'tone_balance', target: 10, period: 'week' }, actual: null, met: null },
  { goal: { metric: 'mentions', target: 100, period: 'week' }, actual: 42, met: null },
] as const satisfies ReturnType<typeof aReport>['goals'];

const MISREAD = [
  '2026-02-30',
  '2026-11-30..2026-11-01',
  '2020-01-01..2026-01-01',
  'yesterday',
  'week month',
  'by mood',
  'by',
  'watch',
];

/** What cannot be read behind /community report. */
function misreadReports(): string[] {
  return MISREAD.map((text) => {
    const read = parseReport(text);
    return 'misread' in read ? drawn(misreadReportSentence(read)) : '';
  });
}

/** Every note that may stand under the head of a report. */
function readersNotes(): string[] {
  return [
    ...([...NAMED_PERIODS, null] as const).map(notOverNote),
    beganLaterNote('Acme', '2026-11-20', NOW, 'UTC'),
    ...[1, 2].map(moreBeganLaterNote),
    ...(['claim', 'reply'] as const).flatMap((what) => [1, 4].map((measured) => fewMeasuredNote(what, measured))),
    ...[1, 2].map(uncountedNote),
    ...[1, 2].map(otherGoalsNote),
  ];
}
