import { COLUMNS, type Rows } from './rows.ts';

const ROUNDS = 10;
const SEED = 7;

/**
 * Weights of a linear SVM with squared hinge loss that tells `label` from the rest, by dual coordinate descent
 * (Hsieh et al. 2008). `costs` says how much each row matters. The same input gives the same weights.
 */
export function trainSvm(rows: Rows, label: number, costs: Float64Array): Float64Array {
  const weights = new Float64Array(COLUMNS);
  const alphas = new Float64Array(rows.size);
  const norms = normsOf(rows);
  const order = Uint32Array.from({ length: rows.size }, (_, n) => n);
  const chance = createChance(SEED);
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, chance);
    for (const row of order) descend(rows, row, rows.labels[row] === label ? 1 : -1);
  }
  return weights;

  function descend({ starts, columns, values }: Rows, row: number, sign: number): void {
    const [start = 0, end = 0] = [starts[row], starts[row + 1]];
    const ridge = 0.5 / (costs[row] ?? 1);
    let margin = 0;
    for (let n = start; n < end; n++) margin += (weights[columns[n] ?? 0] ?? 0) * (values[n] ?? 0);
    const before = alphas[row] ?? 0;
    const slope = sign * margin - 1 + before * ridge;
    const after = Math.max(0, before - slope / ((norms[row] ?? 0) + ridge));
    if (after === before) return;
    alphas[row] = after;
    const change = (after - before) * sign;
    for (let n = start; n < end; n++) {
      const column = columns[n] ?? 0;
      weights[column] = (weights[column] ?? 0) + change * (values[n] ?? 0);
    }
  }
}

function normsOf({ size, starts, values }: Rows): Float64Array {
  const norms = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    for (let n = starts[row] ?? 0; n < (starts[row + 1] ?? 0); n++)
      norms[row] = (norms[row] ?? 0) + (values[n] ?? 0) ** 2;
  }
  return norms;
}

function shuffle(order: Uint32Array, chance: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(chance() * (last + 1));
    const kept = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = kept;
  }
}

/** Chance that repeats itself: a linear congruence. */
function createChance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
