/**
 * How long things took, kept as counts that can be added and taken away. Each bucket is a tenth wider than the one
 * before, so what is read from them is wrong by at most 5 % of itself, or half a second below a second.
 */
export const BUCKET_ERROR = 0.05;

const GROWTH = (1 + BUCKET_ERROR) / (1 - BUCKET_ERROR);
const SECOND = 1_000;

/** How often each bucket was met. */
export type Buckets = ReadonlyMap<number, number>;

/** The bucket of a duration: 0 up to a second, then so many widths above it. */
export function bucketOf(ms: number): number {
  return ms <= SECOND ? 0 : Math.ceil(Math.log(ms / SECOND) / Math.log(GROWTH));
}

/** The duration that stands for everything in the bucket, in milliseconds. */
export function bucketMs(bucket: number): number {
  return bucket <= 0 ? SECOND / 2 : (SECOND * 2 * GROWTH ** bucket) / (GROWTH + 1);
}

/** How many durations there are. */
export function sizeOf(buckets: Buckets): number {
  return [...buckets.values()].reduce((sum, count) => sum + count, 0);
}

/** The duration below which that share of them lies (0.5: the median), by nearest rank; null of none. */
export function quantileMs(buckets: Buckets, share: number): number | null {
  let left = Math.max(1, Math.ceil(share * sizeOf(buckets)));
  for (const [bucket, count] of [...buckets].sort(([a], [b]) => a - b)) {
    left -= count;
    if (left <= 0) return bucketMs(bucket);
  }
  return null;
}

/** How many are longer than this; what shares its bucket is told by the bucket's middle. */
export function longerThan(buckets: Buckets, ms: number): number {
  return sizeOf(new Map([...buckets].filter(([bucket]) => bucketMs(bucket) > ms)));
}
