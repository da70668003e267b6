import { factsOf } from './facts.ts';
import { finish, mix, seed, step as stepHash } from './hash.ts';
import type { Lexicon } from './lexicon.ts';
import { isPolar, type Step, walk } from './sentence-walk.ts';
import { tokensOf } from './tokens.ts';

/** What the model sees of a text: places in its table, by kind and with repetitions, and the facts. */
export type Features = { words: number[]; letters: number[]; patterns: number[]; facts: number[] };

/** Places in the model's table. */
export const PLACES = 2 ** 16;
const MASK = PLACES - 1;

const [WORD, PAIR, NEGATED_WORD, LETTERS, PATTERN, ORDER] = [1, 2, 3, 4, 5, 6].map(seed) as [
  number,
  number,
  number,
  number,
  number,
  number,
];
const [FEWEST_LETTERS, MOST_LETTERS] = [3, 5];
/** No more of a text is read letter by letter. */
const MAX_LETTERS = 4000;
const SPACE = 32;

/** How much the places of one kind count altogether: long texts have more of them, and each counts for less. */
export function groupWeight(kind: 'words' | 'letters' | 'patterns', size: number): number {
  if (size === 0) return 0;
  return (kind === 'patterns' ? 0.7 : 1) * 1.35 * size ** -0.6;
}

/** Reads a text as the model does. Linear in its length. */
export function featuresOf(text: string, lexicon: Lexicon): Features {
  const tokens = tokensOf(text);
  const steps = walk(tokens.words, lexicon);
  return {
    words: wordPlaces(steps),
    letters: letterPlaces(tokens.words),
    patterns: patternPlaces(steps.map((step) => step.class)),
    facts: factsOf(tokens, steps),
  };
}

/** Words, pairs of neighbours, and the negated words once more. */
function wordPlaces(steps: Step[]): number[] {
  const places: number[] = [];
  let before = '<';
  for (const { word, negated } of steps) {
    places.push(place(mix(WORD, word)), place(joined(PAIR, before, word)));
    if (negated) places.push(place(mix(NEGATED_WORD, word)));
    before = word;
  }
  places.push(place(joined(PAIR, before, '>')));
  return places;
}

/** Runs of 3 to 5 characters, also across words. */
function letterPlaces(words: string[]): number[] {
  const places: number[] = [];
  const text = ` ${words.join(' ')} `.slice(0, MAX_LETTERS);
  for (let start = 0; start < text.length; start++) {
    let hash = LETTERS;
    const end = Math.min(text.length, start + MOST_LETTERS);
    for (let at = start; at < end; at++) {
      hash = stepHash(hash, text.charCodeAt(at));
      if (at - start >= FEWEST_LETTERS - 1) places.push(place(hash));
    }
  }
  return places;
}

/** Two and three neighbours where one is a word of tone, by class: "not P", "would be P", "P but N". */
function patternPlaces(classes: string[]): number[] {
  const places: number[] = [];
  for (const [at, first] of classes.entries()) {
    const second = classes[at + 1] ?? '>';
    const third = classes[at + 2] ?? '>';
    const pair = isPolar(first) || isPolar(second);
    if (pair) places.push(place(joined(PATTERN, first, second)));
    if (pair || isPolar(third)) places.push(place(joined(joined(PATTERN, first, second), '', third)));
  }
  const order = classes.filter((name) => isPolar(name) || name === '!' || name === 'but' || name === '?');
  for (let at = 0; at + 1 < order.length; at++) places.push(place(joined(ORDER, order[at] ?? '', order[at + 1] ?? '')));
  return places;
}

function joined(hash: number, first: string, second: string): number {
  return mix(stepHash(mix(hash, first), SPACE), second);
}

function place(hash: number): number {
  return finish(hash) & MASK;
}
