import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BUCKET_ERROR, bucketMs, bucketOf, longerThan, quantileMs, sizeOf } from '../../src/domain/time-buckets.ts';

const YEAR = 365 * 24 * 3_600_000;
const someMs = fc.oneof(fc.integer({ min: 0, max: 120_000 }), fc.integer({ min: 0, max: 10 * YEAR }));

/** How wrong a number may be that stands for `ms`. */
function tolerance(ms: number): number {
  return ms <= 1_000 ? 500 : ms * BUCKET_ERROR * (1 + 1e-9);
}

function bucketsOf(times: number[]): Map<number, number> {
  const buckets = new Map<number, number>();
  for (const ms of times) buckets.set(bucketOf(ms), (buckets.get(bucketOf(ms)) ?? 0) + 1);
  return buckets;
}

/** The plain reference: sort and take. */
function nearestRank(times: number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.max(1, Math.ceil(share * times.length)) - 1] ?? Number.NaN;
}

test('a bucket tells every duration within the error that it promises', () => {
  fc.assert(fc.property(someMs, (ms) => Math.abs(bucketMs(bucketOf(ms)) - ms) <= tolerance(ms)));
});

test('longer durations never stand in an earlier bucket', () => {
  fc.assert(fc.property(someMs, someMs, (a, b) => bucketOf(Math.min(a, b)) <= bucketOf(Math.max(a, b))));
});

test('any quantile is that of the plain list, within the error', () => {
  const cases = fc.tuple(fc.array(someMs, { minLength: 1, maxLength: 200 }), fc.constantFrom(0, 0.25, 0.5, 0.9, 1));
  fc.assert(
    fc.property(cases, ([times, share]) => {
      const exact = nearestRank(times, share);
      expect(Math.abs((quantileMs(bucketsOf(times), share) ?? Number.NaN) - exact)).toBeLessThanOrEqual(
        tolerance(exact),
      );
    }),
  );
});

test('taking times away again leaves what the others alone would have made', () => {
  fc.assert(
    fc.property(fc.array(someMs), fc.array(someMs), (kept, gone) => {
      const buckets = bucketsOf([...kept, ...gone]);
      for (const ms of gone) buckets.set(bucketOf(ms), (buckets.get(bucketOf(ms)) ?? 0) - 1);
      expect(new Map([...buckets].filter(([, count]) => count > 0))).toEqual(bucketsOf(kept));
    }),
  );
});

test('nothing has no median', () => {
  expect(quantileMs(new Map(), 0.5)).toBeNull();
});

test('how many took longer is told for a bound that no bucket straddles', () => {
  const hours = [1, 2, 3, 30, 40].map((h) => h * 3_600_000);
  expect(longerThan(bucketsOf(hours), 24 * 3_600_000)).toBe(2);
  expect(sizeOf(bucketsOf(hours))).toBe(5);
});
