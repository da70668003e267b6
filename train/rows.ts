import { FACTS } from '../src/tone/facts.ts';
import { type Features, featuresOf, groupWeight, PLACES } from '../src/tone/features.ts';
import type { Lexicon } from '../src/tone/lexicon.ts';
import type { Example } from './read-sets.ts';

/** Columns of a row: the places of the table, then the facts. */
export const COLUMNS = PLACES + FACTS.length;

/** Examples as a sparse matrix: row n has the columns and values from `starts[n]` to `starts[n + 1]`. */
export type Rows = {
  size: number;
  starts: Uint32Array;
  columns: Uint32Array;
  values: Float32Array;
  labels: Uint8Array;
};

/** Reads examples as the model will. */
export function rowsOf(examples: Example[], lexicon: Lexicon): Rows {
  const starts = new Uint32Array(examples.length + 1);
  const labels = Uint8Array.from(examples, ({ label }) => label);
  let columns = new Uint32Array(1 << 16);
  let values = new Float32Array(1 << 16);
  let end = 0;
  for (const [at, { text }] of examples.entries()) {
    const cells = cellsOf(featuresOf(text, lexicon));
    while (end + cells.size > columns.length) {
      columns = grown(columns, Uint32Array);
      values = grown(values, Float32Array);
    }
    for (const [column, value] of cells) {
      columns[end] = column;
      values[end++] = value;
    }
    starts[at + 1] = end;
  }
  return { size: examples.length, starts, columns: columns.slice(0, end), values: values.slice(0, end), labels };
}

function grown<T extends Uint32Array | Float32Array>(array: T, Kind: new (length: number) => T): T {
  const larger = new Kind(array.length * 2);
  larger.set(array);
  return larger;
}

function cellsOf(features: Features): Map<number, number> {
  const cells = new Map<number, number>();
  for (const kind of ['words', 'letters', 'patterns'] as const) {
    const weight = groupWeight(kind, features[kind].length);
    for (const place of features[kind]) cells.set(place, (cells.get(place) ?? 0) + weight);
  }
  for (const [fact, value] of features.facts.entries()) if (value !== 0) cells.set(PLACES + fact, value);
  return cells;
}
