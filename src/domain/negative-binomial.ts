/**
 * How likely chance brings `count` or more where `mean` is expected: a negative binomial with variance
 * mean + scatter · mean², which for no scatter is Poisson's. Good to six digits, also far out. Pure.
 */
export function tailOf(count: number, mean: number, scatter: number): number {
  if (count <= 0) return 1;
  if (mean <= 0) return 0;
  const size = 1 / Math.max(scatter, 1e-9);
  const ratio = mean / (size + mean);
  let log = -size * Math.log1p(mean / size);
  let below = 0;
  for (let k = 0; k < count; k++) {
    below += Math.exp(log);
    log += Math.log(((k + size) / (k + 1)) * ratio);
  }
  return count <= mean ? Math.max(0, 1 - below) : tailFrom(count, Math.exp(log), size, ratio);
}

/** The terms from `count` on, until they no longer matter. */
function tailFrom(count: number, first: number, size: number, ratio: number): number {
  let sum = 0;
  let term = first;
  for (let k = count; term > sum * 1e-10; k++) {
    sum += term;
    term *= ((k + size) / (k + 1)) * ratio;
  }
  return Math.min(1, sum);
}
