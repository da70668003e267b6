import type { Features } from './features.ts';
import { groupWeight } from './features.ts';

/** The classes in the order of the labels: 0 negative, 1 neutral, 2 positive. */
export const CLASSES = ['negative', 'neutral', 'positive'] as const;
export type Margins = [negative: number, neutral: number, positive: number];

/** A trained model as it is kept. */
export type Model = {
  name: string;
  /** Added to each class, so that every class is found equally often among its own. */
  offsets: number[];
  /** Turns margins into shares of belief, fitted on texts that were not trained on. */
  sharpness: number;
  /** What one step of a weight is worth, per class. */
  scales: number[];
  /** A weight for each fact, per class. */
  facts: number[][];
  /** The table of int8 weights, place by place and in it class by class: lines of base64. */
  weights: string[];
};

/** Says how strongly a text belongs to each class. */
export type Scorer = (features: Features) => Margins;

export function scorerOf({ offsets, scales, facts, weights }: Model): Scorer {
  const table = new Int8Array(Buffer.from(weights.join(''), 'base64'));
  return (features) => {
    const margins: Margins = [offsets[0] ?? 0, offsets[1] ?? 0, offsets[2] ?? 0];
    for (const kind of ['words', 'letters', 'patterns'] as const) {
      const share = groupWeight(kind, features[kind].length);
      const sums = sumOf(table, features[kind]);
      for (const n of [0, 1, 2] as const) margins[n] += sums[n] * share * (scales[n] ?? 0);
    }
    for (const n of [0, 1, 2] as const) {
      for (let fact = 0; fact < features.facts.length; fact++) {
        margins[n] += (features.facts[fact] ?? 0) * (facts[n]?.[fact] ?? 0);
      }
    }
    return margins;
  };
}

function sumOf(table: Int8Array, places: number[]): Margins {
  let [negative, neutral, positive] = [0, 0, 0];
  for (const place of places) {
    negative += table[place * 3] ?? 0;
    neutral += table[place * 3 + 1] ?? 0;
    positive += table[place * 3 + 2] ?? 0;
  }
  return [negative, neutral, positive];
}

/** Shares of belief in the three classes; they add up to 1. */
export function beliefOf(margins: Margins, sharpness: number): Margins {
  const top = Math.max(...margins);
  const [negative, neutral, positive] = margins.map((margin) => Math.exp((margin - top) * sharpness)) as Margins;
  const all = negative + neutral + positive;
  return [negative / all, neutral / all, positive / all];
}

/** The class of the greatest margin: 0, 1 or 2. */
export function greatest(margins: Margins): 0 | 1 | 2 {
  const [negative, neutral, positive] = margins;
  if (negative > neutral && negative >= positive) return 0;
  return positive > neutral ? 2 : 1;
}
