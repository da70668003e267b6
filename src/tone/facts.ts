import type { Step } from './sentence-walk.ts';
import type { Tokens } from './tokens.ts';
import { isTurn } from './words.ts';

/** Names and number of the facts, in their order in the model. */
export const FACTS = [
  ...['always', 'valence', 'polarity', 'praise', 'blame', 'good words', 'bad words'],
  ...['after the turn', 'before the turn', 'has a turn', 'last sentence', 'best word', 'worst word'],
  ...['good negated', 'bad negated', 'good emoji', 'bad emoji', 'exclamations', 'questions', 'valence of a question'],
  ...['trails off', 'shouted', 'stretched', 'length', 'link', 'name', 'number', 'share of valence', 'share of listed'],
  ...['valence by length', 'polarity by length', 'nothing listed'],
];

const POLAR = 1.5;
const PLAIN_WORD = /^[\p{L}\p{M}']+$/u;

/** What the lists, the marks and the spelling say of a whole text, each about -1 to 1. */
export function factsOf({ shouted, stretched }: Tokens, steps: Step[]): number[] {
  const words = steps.filter(({ kind }) => kind === 'word');
  const length = Math.max(1, words.length);
  const valence = sum(steps, (step) => step.valence);
  const polarity = sum(steps, (step) => step.polarity) * POLAR;
  const praise = sum(steps, (step) => Math.max(0, step.valence));
  const blame = praise - valence;
  const good = sum(steps, (step) => Math.max(0, step.polarity));
  const bad = sum(steps, (step) => Math.max(0, -step.polarity));
  const turn = steps.findLastIndex(({ word }) => isTurn(word));
  const weightOf = (some: Step[]) => between(sum(some, (step) => step.weight));
  const signs = words.filter(({ word, valence: own }) => own !== 0 && !PLAIN_WORD.test(word));
  const negated = steps.filter((step) => step.negated);
  const questions = count(steps, ({ word }) => word.startsWith('?'));
  return [
    1,
    between(valence),
    between(polarity),
    share(praise, 4),
    share(blame, 4),
    share(good, 2),
    share(bad, 2),
    turn < 0 ? 0 : weightOf(steps.slice(turn)),
    turn < 0 ? 0 : weightOf(steps.slice(0, turn)),
    turn < 0 ? 0 : 1,
    between(lastSentence(steps)),
    steps.reduce((most, { weight }) => Math.max(most, weight), 0) / 4,
    steps.reduce((least, { weight }) => Math.min(least, weight), 0) / 4,
    share(
      count(negated, ({ weight }) => weight < 0),
      1,
    ),
    share(
      count(negated, ({ weight }) => weight > 0),
      1,
    ),
    share(
      count(signs, (step) => step.valence > 0),
      1,
    ),
    share(
      count(signs, (step) => step.valence < 0),
      1,
    ),
    Math.min(
      4,
      sum(steps, ({ word }) => (word === '!' || word === '!!' ? word.length : 0)),
    ) / 4,
    Math.min(3, questions) / 3,
    questions > 0 ? between(valence) : 0,
    steps.some(({ word }) => word === '...') ? 1 : 0,
    Math.min(1, shouted / length),
    stretched > 0 ? 1 : 0,
    Math.log1p(length) / 5,
    steps.some(({ kind }) => kind === 'link') ? 1 : 0,
    steps.some(({ kind }) => kind === 'name') ? 1 : 0,
    steps.some(({ kind }) => kind === 'number') ? 1 : 0,
    (praise + blame) / (length + 3),
    (good + bad) / (length + 3),
    valence / Math.sqrt(length) / 4,
    polarity / Math.sqrt(length) / 4,
    praise + blame + good + bad === 0 ? 1 : 0,
  ];
}

const SENTENCE_ENDS = new Set(['.', '!', '?', '!!', '??', '?!', '...', ';', ':']);

/** The weight of the last sentence that has any. */
function lastSentence(steps: Step[]): number {
  let last = 0;
  let current = 0;
  for (const { word, weight } of steps) {
    if (SENTENCE_ENDS.has(word)) {
      if (current !== 0) last = current;
      current = 0;
    }
    current += weight;
  }
  return current !== 0 ? current : last;
}

/** Any sum to between -1 and 1, as VADER does it. */
function between(total: number): number {
  return total / Math.sqrt(total * total + 15);
}

/** A count from 0 to 1: one half at `half`. */
function share(amount: number, half: number): number {
  return amount / (amount + half);
}

function sum(steps: Step[], of: (step: Step) => number): number {
  let total = 0;
  for (const step of steps) total += of(step);
  return total;
}

function count(steps: Step[], is: (step: Step) => boolean): number {
  return sum(steps, (step) => (is(step) ? 1 : 0));
}
