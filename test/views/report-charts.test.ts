import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { knownBlocks } from '../../practice/server/block-kit/surfaces.ts';
import { NO_TONES } from '../../src/domain/tone-balance.ts';
import { chartBlock, withoutCharts } from '../../src/views/chart-block.ts';
import { chartNumbers, reportCharts, volumeChart } from '../../src/views/report-charts.ts';
import { anEmptyReport, aReport, someCounts } from '../helpers/report.ts';

/** So many days from the first on, with one mention each. */
function daysFrom(first: string, many: number) {
  return Array.from({ length: many }, (_, i) => ({
    day: new Date(+new Date(`${first}T00:00:00Z`) + i * 86_400_000).toISOString().slice(0, 10),
    mentions: 1,
    tone: NO_TONES,
  }));
}

test('a week has one bar a day, and its tone beside that of the week before', () => {
  const [volume, tone] = reportCharts(aReport());
  expect(volume?.categories).toEqual(['16 Nov', '17 Nov', '18 Nov', '19 Nov', '20 Nov', '21 Nov', '22 Nov']);
  expect(volume?.series).toEqual([{ name: 'Mentions', values: [4, 9, 3, 12, 8, 0, 6] }]);
  expect(tone?.series).toEqual([
    { name: 'This period', values: [12, 20, 6, 4] },
    { name: 'The one before', values: [3, 10, 7, 0] },
  ]);
});

test('nothing and a single mention need no chart, and a single day none of days', () => {
  expect(reportCharts(anEmptyReport())).toEqual([]);
  expect(reportCharts(aReport({ counts: someCounts({ mentions: 1 }) }))).toEqual([]);
  expect(reportCharts(aReport({ byDay: daysFrom('2026-11-16', 1) })).map(({ title }) => title)).toEqual([
    'Tone of the mentions',
  ]);
});

test('a month is drawn by calendar weeks that say which of its days they have', () => {
  const chart = volumeChart(daysFrom('2026-11-01', 30));
  expect(chart?.title).toBe('Mentions by week');
  expect(chart?.categories).toEqual(['1 Nov', '2–8 Nov', '9–15 Nov', '16–22 Nov', '23–29 Nov', '30 Nov']);
  expect(chart?.series[0]?.values).toEqual([1, 7, 7, 7, 7, 1]);
});

test.each([
  [20, 'day'],
  [21, 'week'],
  [92, 'week'],
  [200, 'month'],
  [366, 'month'],
  [1_100, 'year'],
])('%i days are drawn by the %s', (many, unit) => {
  expect(volumeChart(daysFrom('2027-06-15', many))?.title).toBe(`Mentions by ${unit}`);
});

test('a chart loses no mention, and Slack takes it, however long the period', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
      fc.integer({ min: 2, max: 1_100 }),
      (first, many) => {
        const chart = volumeChart(daysFrom(first.toISOString().slice(0, 10), many));
        if (!chart) throw new Error('no chart');
        expect(chart.series[0]?.values.reduce((sum, n) => sum + n, 0)).toBe(many);
        expect(knownBlocks.data_visualization?.schema.safeParse(chartBlock(chart)).error).toBeUndefined();
      },
    ),
    { numRuns: 60 },
  );
});

test('the numbers of a chart stand in words too', () => {
  const [volume, tone] = reportCharts(aReport());
  expect(volume && chartNumbers(volume)).toBe('16 Nov 4, 17 Nov 9, 18 Nov 3, 19 Nov 12, 20 Nov 8, 21 Nov 0, 22 Nov 6');
  expect(tone && chartNumbers(tone)).toBe(
    'This period: Negative 12, Neutral 20, Positive 6, Unclear 4. The one before: Negative 3, Neutral 10, Positive 7, Unclear 0',
  );
});

test('a message without charts has nothing to be left out', () => {
  const [chart] = reportCharts(aReport()).map(chartBlock);
  expect(withoutCharts({ blocks: [{ type: 'divider' }] })).toBeUndefined();
  if (chart) expect(withoutCharts({ blocks: [chart] })).toBeUndefined();
});
