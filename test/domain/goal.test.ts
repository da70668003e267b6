import { expect, test } from '@jest/globals';
import { goalKey, goalProblems, isMet, METRIC_RULES, reached } from '../../src/domain/goal.ts';
import { countsOf, type LabelCount } from '../../src/domain/report-counts.ts';
import { type Goal, METRICS } from '../../src/domain/settings.ts';
import { bucketOf } from '../../src/domain/time-buckets.ts';

const HOUR = 3_600_000;
const goal = (facts: Partial<Goal>): Goal => ({ metric: 'mentions', target: 10, period: 'week', ...facts });

const row = (measure: LabelCount['measure'], label: string | number, count: number): LabelCount => {
  return { measure, label: String(label), count };
};

const COUNTS = countsOf([
  row('mentions', '', 40),
  row('answered', '', 10),
  row('to_claim', bucketOf(HOUR), 3),
  row('to_reply', bucketOf(2 * HOUR), 3),
  row('tone', 'positive', 15),
  row('tone', 'neutral', 5),
  row('tone', 'negative', 10),
  row('tone', 'unclear', 10),
  row('replied_by', 'U1', 9),
  row('replied_by', 'U2', 1),
  row('replied_by', 'U3', 0),
  row('routed', 'Product', 5),
  row('resolved', 'Product', 2),
  row('routed', 'Sales', 3),
  row('resolved', 'Sales', 1),
]);
const MEASURED = { counts: COUNTS, allMentions: 160, openLonger: 7 };

test.each([
  ['median_minutes_to_claim', {}, 60],
  ['median_minutes_to_reply', {}, 120],
  ['share_answered', {}, 25],
  ['mentions', {}, 40],
  ['answered', {}, 10],
  ['open_longer_than_hours', { hours: 24 }, 7],
  ['tone_balance', {}, 100 / 6],
  ['share_of_voice', { watch: 'Acme' }, 25],
  ['people_who_replied', {}, 2],
  ['resolved_by_department', {}, 3],
  ['resolved_by_department', { department: 'Sales' }, 1],
] as const)('%s %j is measured', (metric, facts, expected) => {
  const actual = reached(goal({ metric, ...facts }), MEASURED) ?? Number.NaN;
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(expected * 0.05);
});

test('nothing measured is neither met nor missed', () => {
  const empty = { counts: countsOf([]), allMentions: 0, openLonger: 0 };
  const none = METRICS.filter((metric) => reached(goal({ metric, watch: 'Acme', hours: 1 }), empty) === null);
  expect(none).toEqual([
    ...['median_minutes_to_claim', 'median_minutes_to_reply', 'share_answered', 'tone_balance', 'share_of_voice'],
  ]);
  expect(isMet(goal({ metric: 'share_answered' }), null, false)).toBeNull();
});

test('whether more or less is better is the metric’s own affair', () => {
  for (const metric of METRICS) {
    const isMore = METRIC_RULES[metric].better === 'more';
    expect(isMet(goal({ metric, target: 10 }), 11, false)).toBe(isMore);
    expect(isMet(goal({ metric, target: 10 }), 9, false)).toBe(!isMore);
    expect(isMet(goal({ metric, target: 10 }), 10, false)).toBe(true);
  }
});

test('while a period runs a goal is decided only by what cannot be undone', () => {
  expect(isMet(goal({ metric: 'mentions' }), 12, true)).toBe(true);
  expect(isMet(goal({ metric: 'mentions' }), 8, true)).toBeNull();
  expect(isMet(goal({ metric: 'open_longer_than_hours', hours: 1 }), 11, true)).toBe(false);
  expect(isMet(goal({ metric: 'open_longer_than_hours', hours: 1 }), 10, true)).toBeNull();
  expect(isMet(goal({ metric: 'median_minutes_to_claim' }), 99, true)).toBeNull();
});

test('a goal says what its metric needs and nothing that its metric does not know', () => {
  const wrong = (facts: Partial<Goal>) => goalProblems(goal(facts)).map(({ at }) => at);
  expect(wrong({ metric: 'share_of_voice' })).toEqual(['watch']);
  expect(wrong({ metric: 'open_longer_than_hours' })).toEqual(['hours']);
  expect(wrong({ hours: 4, department: 'Sales' })).toEqual(['hours', 'department']);
  expect(wrong({ metric: 'share_answered', target: 101 })).toEqual(['target']);
  expect(wrong({ metric: 'tone_balance', target: -101 })).toEqual(['target']);
  expect(wrong({ metric: 'tone_balance', target: -100, watch: 'Acme' })).toEqual([]);
});

test('the same thing looked at twice is one goal, whatever its target and owner', () => {
  expect(goalKey(goal({ target: 1, owner: 'U1', watch: 'Acme ' }))).toBe(goalKey(goal({ target: 2, watch: 'acme' })));
  expect(goalKey(goal({ watch: 'Acme' }))).not.toBe(goalKey(goal({})));
  expect(goalKey(goal({ hours: 1 }))).not.toBe(goalKey(goal({ hours: 2 })));
});
