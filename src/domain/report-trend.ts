/** How something compares with the period before; `few` where chance alone could make any difference. */
export type Trend = 'few' | 'same' | 'more' | 'fewer';

/** Fewer than this in both periods together say nothing about a trend. */
const MIN_TOGETHER = 10;
/** Fewer cases than this in one of the periods say nothing about a share or a median. */
const MIN_CASES = 5;
/** A difference of two standard errors comes by chance one time in twenty. */
const ERRORS = 2;
/** A median that is a quarter longer or a fifth shorter is another one. */
const TIME_RATIO = 1.25;

/** Two counts of what comes by itself: they differ by chance as the root of their sum. Pure. */
export function compareCounts(now: number, before: number): Trend {
  if (now + before < MIN_TOGETHER) return 'few';
  if (Math.abs(now - before) <= ERRORS * Math.sqrt(now + before)) return 'same';
  return now > before ? 'more' : 'fewer';
}

type Share = { part: number; of: number };

/** Two shares, such as how many were answered, by how far two samples of one whole may lie apart. Pure. */
export function compareShares(now: Share, before: Share): Trend {
  if (Math.min(now.of, before.of) < MIN_CASES || now.of + before.of < 2 * MIN_TOGETHER) return 'few';
  const together = (now.part + before.part) / (now.of + before.of);
  const error = Math.sqrt(together * (1 - together) * (1 / now.of + 1 / before.of));
  const difference = now.part / now.of - before.part / before.of;
  if (Math.abs(difference) <= ERRORS * error) return 'same';
  return difference > 0 ? 'more' : 'fewer';
}

type Median = { measured: number; medianMinutes: number | null };

/** Two medians: `more` takes longer. Pure. */
export function compareTimes(now: Median, before: Median): Trend {
  if (now.medianMinutes === null || before.medianMinutes === null) return 'few';
  if (Math.min(now.measured, before.measured) < MIN_CASES) return 'few';
  // Below a minute nobody feels a difference.
  const [longer, shorter] = [now.medianMinutes, before.medianMinutes].map((minutes) => Math.max(1, minutes));
  const ratio = (longer ?? 1) / (shorter ?? 1);
  if (ratio < TIME_RATIO && ratio > 1 / TIME_RATIO) return 'same';
  return ratio > 1 ? 'more' : 'fewer';
}
