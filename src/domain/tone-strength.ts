/** How strongly a text sounds the way it does; `plain` needs no word. */
export type ToneStrength = 'clearly' | 'plain' | 'somewhat';

const CLEARLY = 0.6;
const SOMEWHAT = 0.25;

/** The word for a score of -1 to 1, either way. */
export function toneStrength(score: number): ToneStrength {
  const strength = Math.abs(score);
  if (strength >= CLEARLY) return 'clearly';
  return strength < SOMEWHAT ? 'somewhat' : 'plain';
}
