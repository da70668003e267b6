/** Numbers from 0 up to 1 that look like chance and are the same each time (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How often something happens that happens `mean` times on average, independently. */
export function poisson(mean: number, random: () => number): number {
  let count = 0;
  for (let left = mean - exponential(random); left > 0; left -= exponential(random)) count += 1;
  return count;
}

/** A wait of 1 on average. */
export function exponential(random: () => number): number {
  return -Math.log(1 - random());
}
