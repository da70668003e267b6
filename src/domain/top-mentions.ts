import type { Tone } from './judgement.ts';

/** What makes a mention matter. */
export type Weighed = {
  /** Calls for help. */
  calls: number;
  /** How many people its author reaches, and how many answered, shared or liked it; 0 where nobody knows. */
  reach: number;
  engagement: number;
  /** In how many other places the same was seen. */
  sightings: number;
  tone: Tone | null;
  /** How clearly it sounds so, 0 to 1. */
  strength: number;
};

/** How much a mention matters beside others: ten times the reach is one more, and so is a clearly negative tone. Pure. */
export function weightOf({ calls, reach, engagement, sightings, tone, strength }: Weighed): number {
  const sound = tone === 'negative' ? strength : tone === 'positive' ? strength / 2 : 0;
  return 3 * Math.min(calls, 2) + tens(reach) + tens(engagement) + Math.log2(1 + sightings) + sound;
}

function tens(n: number): number {
  return Math.log10(1 + Math.max(0, n));
}
