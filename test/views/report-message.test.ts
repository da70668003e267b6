import { expect, test } from '@jest/globals';
import type { AnyBlock } from '@slack/types';
import type { ReportFacts } from '../../src/domain/report.ts';
import { reportMessage } from '../../src/views/report-message.ts';
import { readReportTurn } from '../../src/views/report-turn.ts';
import { ANA, aLine, BEN, CHI, NOW } from '../helpers/facts.ts';
import { anEmptyReport, aReport, NO_TIMES, someCounts } from '../helpers/report.ts';
import { everyObject, linesOf } from './reading.ts';

const turn = { asked: { period: 'week' as const, watch: null, by: null }, at: NOW };
const drawn = (facts: ReportFacts) => reportMessage(facts, { shown: 'private', turn });

/** The lines under one heading. */
function under(title: string, facts: ReportFacts): string[] {
  const block = drawn(facts).blocks.find((one) => linesOf([one] as AnyBlock[])[0] === title);
  return block ? linesOf([block] as AnyBlock[]).slice(1) : [];
}

test('a full week says what was reached, how it compares, how it sounds and who spoke', () => {
  expect(linesOf(drawn(aReport()).blocks as AnyBlock[])).toEqual([
    'Report: This week, Mon 16 Nov to Sun 22 Nov 2026 · all watches you can see',
    'Goals',
    'Met · A week: half of the claims within 60 minutes · it was about 42 minutes',
    'In numbers',
    '42 mentions; 20 in the 7 days before: clearly more.',
    '36 claimed, 30 answered (71%), 4 dismissed, 8 still open.',
    'Before, 5 of 20 (25%) were answered: a larger share now.',
    'Half of the 36 claims measured came within about 42 minutes, nine of ten within about 3 hours 5 minutes; before, half came within about 1 hour 30 minutes: faster now.',
    'Half of the 28 replies measured came within about 1 hour 35 minutes, nine of ten within about 10 hours.',
    'Tone',
    '12 negative (29%), 20 neutral (48%), 6 positive (14%), 4 unclear (10%).',
    'It may sound worse than before; that can be chance.',
    'Among them 12 complaints, 8 questions, 1 word of praise.',
    'Who spoke for us',
    '3 people wrote 30 replies: Ben 14 (47%), Ana 10 (33%), Chi 6 (20%).',
    'They shared it fairly evenly.',
    'Handed to departments',
    'Product: 4 handed over, 3 resolved',
    'By watch',
    'Acme: 30 mentions (71%)',
    'Acme Cloud: 12 mentions (29%)',
    'What mattered most',
    'Bluesky · Maya Ito · “Third time this week that acme cloud’s export times out.” · Acme · Ben has it · answered · {ago}',
    'Mentions by day: 16 Nov 4, 17 Nov 9, 18 Nov 3, 19 Nov 12, 20 Nov 8, 21 Nov 0, 22 Nov 6.',
    'Tone of the mentions: This period: Negative 12, Neutral 20, Positive 6, Unclear 4. The one before: Negative 3, Neutral 10, Positive 7, Unclear 0.',
    'Share in a channel…',
    'Export',
  ]);
});

test('an empty period says that nothing was heard, and where to look', () => {
  const { text, blocks } = drawn(anEmptyReport());
  expect(linesOf(blocks as AnyBlock[]).slice(2, -2)).toEqual([
    'There is no goal for such a period. Community managers set goals with /community settings.',
    'In numbers',
    'No mention, and none in the 7 days before.',
    'Nothing was heard',
    'If that surprises you, /community status says whether every source still answers.',
  ]);
  expect(blocks.filter(({ type }) => type === 'data_visualization')).toEqual([]);
  expect(text.split('\n')[0]).toBe('Report: This week, Mon 16 Nov to Sun 22 Nov 2026 · all watches you can see');
});

test('one mention is told without shares, trends and charts', () => {
  const counts = someCounts({
    mentions: 1,
    claimed: 1,
    toClaim: { measured: 1, medianMinutes: 0.2, p90Minutes: 0.2 },
    tone: { negative: 1, neutral: 0, positive: 0, unclear: 0 },
  });
  const facts = anEmptyReport({ counts });
  expect(under('In numbers', facts)).toEqual([
    '1 mention; 0 in the 7 days before: too few to compare.',
    '1 claimed, 0 answered, 0 dismissed, 1 still open.',
    'The only claim that was measured came after less than a minute.',
  ]);
  expect(under('Tone', facts)).toEqual(['1 negative.']);
  expect(under('Who spoke for us', facts)).toEqual(['Nobody has replied yet.']);
  expect(drawn(facts).blocks.filter(({ type }) => type === 'data_visualization')).toEqual([]);
});

test('a few claims have a median and nothing beyond it', () => {
  const toClaim = { measured: 4, medianMinutes: 30, p90Minutes: 90 };
  const before = someCounts({ mentions: 30, toClaim: { measured: 20, medianMinutes: 10, p90Minutes: 20 } });
  const lines = under('In numbers', aReport({ counts: someCounts({ mentions: 4, toClaim }), countsBefore: before }));
  expect(lines).toContain(
    'Half of the 4 claims measured came within about 30 minutes; before, half came within about 10 minutes: too few to compare.',
  );
});

test('what is nothing in particular is told last', () => {
  const { kinds } = someCounts();
  const counts = someCounts({
    mentions: 9,
    tone: { negative: 0, neutral: 9, positive: 0, unclear: 0 },
    kinds: { ...kinds, other: 6, praise: 2, press: 1 },
  });
  expect(under('Tone', aReport({ counts })).at(-1)).toBe(
    'Among them 2 words of praise, 1 from the press, 6 of another kind.',
  );
});

test('a note stands before the numbers it is about', () => {
  const note = '“Acme Cloud” began on Wed 18 Nov: before that nobody listened for it.';
  expect(linesOf(drawn(aReport({ notes: [note] })).blocks as AnyBlock[])[1]).toBe(note);
});

test.each<[string, Partial<ReportFacts['goals'][number]>, string]>([
  ['met', { actual: 42, met: true }, 'Met · A week: half of the claims within 60 minutes · it was about 42 minutes'],
  [
    'missed',
    { actual: 95, met: false },
    'Missed · A week: half of the claims within 60 minutes · it was about 1 hour 35 minutes',
  ],
  [
    'not measurable',
    { actual: null, met: null },
    'Not measurable · A week: half of the claims within 60 minutes · nothing happened that could be measured',
  ],
  [
    'still running',
    { actual: 42, met: null },
    'Still running · A week: half of the claims within 60 minutes · it is about 42 minutes',
  ],
  [
    'a share just missed',
    { goal: { metric: 'share_answered', target: 80, period: 'month' }, actual: 79.96, met: false },
    'Missed · A month: 80% of the mentions answered · it was 79.9%',
  ],
])('a goal that is %s says so in words', (_, result, line) => {
  const goal = { metric: 'median_minutes_to_claim', target: 60, period: 'week' } as const;
  expect(under('Goals', aReport({ goals: [{ goal, actual: null, met: null, ...result }] }))).toEqual([line]);
});

test('one voice of all replies is warned of, and so is one of most', () => {
  const of = (...repliers: { personId: string; replies: number }[]) =>
    under('Who spoke for us', aReport({ counts: someCounts({ mentions: 20, repliers }) }));
  expect(of({ personId: BEN, replies: 8 })).toEqual([
    'One voice dominates: Ben wrote all 8 replies. Ask somebody else to draft the next ones.',
  ]);
  expect(of({ personId: BEN, replies: 9 }, { personId: ANA, replies: 2 }, { personId: CHI, replies: 1 })).toEqual([
    'One voice dominates: Ben wrote 9 of 12 replies. Ask somebody else to draft the next ones.',
    '3 people wrote 12 replies: Ben 9 (75%), Ana 2 (17%), Chi 1 (8%).',
    'As even as if 1.7 people had written the same number each.',
  ]);
  expect(of({ personId: BEN, replies: 1 })).toEqual(['1 person wrote 1 reply: Ben 1.']);
});

test('what is broken down says of each what matters there', () => {
  const network = aReport({ by: 'network', rows: [{ name: 'Hacker News', counts: aReport().counts }] });
  expect(under('By network', network)).toEqual([
    'Hacker News: 42 mentions, 30 answered (71%), 12 negative, half of the replies within about 1 hour 35 minutes',
  ]);
  const bens = someCounts({ mentions: 3, answered: 1, repliers: [{ personId: BEN, replies: 2 }], toReply: NO_TIMES });
  expect(under('By person', aReport({ by: 'person', rows: [{ name: BEN, personId: BEN, counts: bens }] }))).toEqual([
    'Ben: had 3 mentions, 1 answered, wrote 2 replies',
  ]);
  const product = someCounts({ mentions: 4, departments: [{ name: 'Product', routed: 4, resolved: 3 }] });
  const departments = aReport({ by: 'department', rows: [{ name: 'Product', counts: product }] });
  expect(under('By department', departments)).toEqual(['Product: 4 handed over, 3 resolved']);
  expect(under('Handed to departments', departments)).toEqual([]);
  expect(under('By network', aReport({ by: 'network' }))).toEqual(['Nothing was heard on any network.']);
});

test('nothing is rounded to all or none of it', () => {
  const counts = someCounts({ mentions: 100_000, answered: 99_999, dismissed: 1 });
  expect(under('In numbers', aReport({ counts }))[1]).toBe(
    '0 claimed, 99,999 answered (over 99%), 1 dismissed, 0 still open.',
  );
});

test('a period over the turn of a year says both years, a single day itself', () => {
  const days = { first: '2026-12-28', last: '2027-01-03' };
  expect(drawn(aReport({ days, asked: '2026-12-28..2027-01-03' })).text).toMatch(
    /^Report: Mon 28 Dec 2026 to Sun 3 Jan 2027 · /,
  );
  const day = { first: '2028-02-29', last: '2028-02-29' };
  const before = { first: '2028-02-28', last: '2028-02-28' };
  const today = drawn(aReport({ days: day, before, asked: 'today', watch: 'Acme' })).text;
  expect(today).toMatch(/^Report: Today, Tue 29 Feb 2028 · Acme\n/);
  expect(today).toContain('20 in the day before');
});

test('the two charts stand there, each with its numbers below', () => {
  const types = drawn(aReport()).blocks.map(({ type }) => type);
  expect(types.filter((type) => type === 'data_visualization')).toHaveLength(2);
  expect(types.slice(-5)).toEqual(['data_visualization', 'rich_text', 'data_visualization', 'rich_text', 'actions']);
});

test('the buttons carry what was asked and when; a shared report carries its own id', () => {
  const values = (blocks: unknown) => everyObject(blocks).flatMap((one) => (one.type === 'button' ? [one.value] : []));
  const asked = {
    period: { first: '2026-11-01', last: '2026-11-30' },
    watch: 'Acme "Cloud" <!here>',
    by: 'person',
  } as const;
  const [share, exported] = values(reportMessage(aReport(), { shown: 'private', turn: { asked, at: NOW } }).blocks);
  for (const value of [share, exported]) expect(readReportTurn(String(value))).toEqual({ asked, at: NOW });
  const shared = reportMessage(aReport(), { shown: 'posted', summaryId: 7, audience: 'channel', sharedBy: BEN });
  expect(values(shared.blocks)).toEqual(['7']);
  expect(linesOf(shared.blocks as AnyBlock[]).at(-1)).toBe('Shared by Ben');
  expect(shared.text).toContain('all watches of this channel');
});

test('a value that is not ours is no turn', () => {
  for (const value of [undefined, '', '{}', '7', '{"period":"year","watch":null,"by":null,"at":1}'])
    expect(readReportTurn(value)).toBeUndefined();
});

test('a top mention leads to its card', () => {
  const cardLink = 'https://acme.slack.com/archives/C0GEN/p9';
  const { blocks } = drawn(aReport({ top: [aLine({ cardLink })] }));
  expect(
    everyObject(blocks)
      .filter((one) => one.type === 'link')
      .map((one) => one.url),
  ).toEqual([cardLink]);
});

test('where nothing was watched before, nothing is compared', () => {
  const [first] = under('In numbers', aReport({ countsBefore: someCounts(), wasWatched: false }));
  expect(first).toMatch(/^\d+ mentions; nothing was watched in the /);
  expect(first).not.toMatch(/more|fewer/);
});
