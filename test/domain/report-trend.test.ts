import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareCounts, compareShares, compareTimes } from '../../src/domain/report-trend.ts';

test.each([
  [0, 0, 'few'],
  [1, 0, 'few'],
  [6, 3, 'few'],
  [9, 1, 'more'],
  [0, 10, 'fewer'],
  [12, 9, 'same'],
  [110, 100, 'same'],
  [140, 100, 'more'],
  [1_000_000, 990_000, 'more'],
] as const)('%i mentions after %i are %s', (now, before, trend) => {
  expect(compareCounts(now, before)).toBe(trend);
});

test.each([
  [{ part: 4, of: 4 }, { part: 0, of: 40 }, 'few'],
  [{ part: 8, of: 9 }, { part: 1, of: 9 }, 'few'],
  [{ part: 30, of: 42 }, { part: 10, of: 20 }, 'same'],
  [{ part: 30, of: 42 }, { part: 5, of: 20 }, 'more'],
  [{ part: 2, of: 40 }, { part: 20, of: 40 }, 'fewer'],
  [{ part: 20, of: 20 }, { part: 20, of: 20 }, 'same'],
  [{ part: 0, of: 20 }, { part: 0, of: 20 }, 'same'],
  [{ part: 0, of: 0 }, { part: 0, of: 0 }, 'few'],
] as const)('a share of %o after %o is %s', (now, before, trend) => {
  expect(compareShares(now, before)).toBe(trend);
});

test.each([
  [[4, 10], [50, 100], 'few'],
  [[50, 10], [0, null], 'few'],
  [[50, 10], [50, 11], 'same'],
  [[50, 10], [50, 20], 'fewer'],
  [[50, 20], [50, 10], 'more'],
  [[50, 0.9], [50, 0.1], 'same'],
] as const)('a median of %o after %o is %s', ([measured, medianMinutes], [times, median], trend) => {
  expect(compareTimes({ measured, medianMinutes }, { measured: times, medianMinutes: median })).toBe(trend);
});

test('what is more one way round is fewer the other way round', () => {
  const turned = { few: 'few', same: 'same', more: 'fewer', fewer: 'more' };
  fc.assert(
    fc.property(fc.nat(5000), fc.nat(5000), (a, b) => {
      expect(compareCounts(b, a)).toBe(turned[compareCounts(a, b)]);
    }),
  );
});
