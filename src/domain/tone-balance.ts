import type { Tone } from './judgement.ts';

export type ToneCounts = Record<Tone, number>;

/** How sure one may be that the balance moved: by itself it moves a little from day to day. */
export type ToneChange = {
  direction: 'better' | 'worse' | 'level';
  /** `too_few` where either side has hardly any mention of a clear tone; `perhaps` is within what chance does one time in six. */
  certainty: 'too_few' | 'same' | 'perhaps' | 'sure';
};

/** Fewer mentions of a clear tone than this say nothing about a period. */
const MIN_CLEAR = 8;
/** Distances between two balances, in standard errors: chance alone goes further one time in six, and one time in forty. */
const PERHAPS = 1.4;
const SURE = 2.24;

export const NO_TONES: ToneCounts = { negative: 0, neutral: 0, positive: 0, unclear: 0 };

/** How many have a tone that is clear, neutral among them. Pure. */
export function clearTones({ negative, neutral, positive }: ToneCounts): number {
  return negative + neutral + positive;
}

/** From -1 (all negative) to 1 (all positive), of those whose tone is clear; 0 when there is none. Pure. */
export function balanceOf(tones: ToneCounts): number {
  const clear = clearTones(tones);
  return clear === 0 ? 0 : (tones.positive - tones.negative) / clear;
}

/**
 * Whether the balance of `now` differs from that of `before`: their distance in standard errors, each side with one
 * mention of every tone more than there is, so that three mentions of one kind do not look like a law. Over made-up
 * periods between which nothing changed, `sure` is said of 0.4 to 2.7 in 100, the more the more mentions there are. Pure.
 */
export function toneChange(now: ToneCounts, before: ToneCounts): ToneChange {
  const distance = balanceOf(now) - balanceOf(before);
  const direction = distance > 0 ? 'better' : distance < 0 ? 'worse' : 'level';
  if (Math.min(clearTones(now), clearTones(before)) < MIN_CLEAR) return { direction, certainty: 'too_few' };
  const error = Math.sqrt(varianceOf(now) + varianceOf(before));
  const z = Math.abs(smoothBalance(now) - smoothBalance(before)) / error;
  return { direction, certainty: z >= SURE ? 'sure' : z >= PERHAPS ? 'perhaps' : 'same' };
}

function smoothBalance({ negative, neutral, positive }: ToneCounts): number {
  return (positive - negative) / (negative + neutral + positive + 3);
}

/** Of the balance, as it scatters in samples of this size. */
function varianceOf(tones: ToneCounts): number {
  const n = clearTones(tones) + 3;
  const square = (tones.positive + tones.negative + 2) / n;
  return (square - smoothBalance(tones) ** 2) / n;
}

/** The counts of several periods or watches in one. Pure. */
export function addTones(all: ToneCounts[]): ToneCounts {
  const sum = { ...NO_TONES };
  for (const one of all) for (const tone of Object.keys(sum) as Tone[]) sum[tone] += one[tone];
  return sum;
}
