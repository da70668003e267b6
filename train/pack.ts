import { PLACES } from '../src/tone/features.ts';

/** Weights above this share of all are cut off: a few large ones would coarsen the rest. */
const KEPT = 0.9995;
const STEPS = 127;
const LINE = 110;

export type Packed = { scales: number[]; weights: string[] };

/** Weights per class as a table of int8, place by place, as lines of base64. */
export function pack(classes: Float64Array[]): Packed {
  const scales = classes.map((weights) => Number((limitOf(weights.slice(0, PLACES)) / STEPS).toPrecision(8)));
  const table = new Int8Array(PLACES * classes.length);
  for (let place = 0; place < PLACES; place++) {
    for (const [n, weights] of classes.entries()) {
      const steps = Math.round((weights[place] ?? 0) / (scales[n] || 1));
      table[place * classes.length + n] = Math.max(-STEPS, Math.min(STEPS, steps));
    }
  }
  return { scales, weights: linesOf(Buffer.from(table.buffer).toString('base64')) };
}

function limitOf(weights: Float64Array): number {
  const sizes = weights
    .map(Math.abs)
    .filter((size) => size > 0)
    .sort();
  return sizes[Math.floor(sizes.length * KEPT)] ?? 0;
}

function linesOf(text: string): string[] {
  return Array.from({ length: Math.ceil(text.length / LINE) }, (_, n) => text.slice(n * LINE, (n + 1) * LINE));
}
