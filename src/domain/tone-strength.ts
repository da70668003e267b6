/** How strongly a text sounds the way it does; `plain` needs no word. */
export type ToneStrength = 'clearly' | 'plain' | 'somewhat';

/**
 * Bands by how often the model was right on texts it had not seen (dev and test parts): clearly positive 90 to 96 of
 * 100, clearly negative 80 to 89, plain 75 to 85 and 55 to 65, somewhat about 70 and 45. Complaints are harder to
 * tell, so more is asked of them.
 */
const CLEARLY = { positive: 0.6, negative: 0.8 };
const SOMEWHAT = 0.4;

/** The word for a score of -1 to 1, either way. */
export function toneStrength(score: number): ToneStrength {
  const strength = Math.abs(score);
  if (strength >= (score < 0 ? CLEARLY.negative : CLEARLY.positive)) return 'clearly';
  return strength < SOMEWHAT ? 'somewhat' : 'plain';
}
