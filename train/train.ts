import { featuresOf, PLACES } from '../src/tone/features.ts';
import { type Lexicon, lexiconOf } from '../src/tone/lexicon.ts';
import { type Model, scorerOf } from '../src/tone/model.ts';
import { lexiconLines } from './lexicon-lines.ts';
import { pack } from './pack.ts';
import type { Example, LabelledSet } from './read-sets.ts';
import { rowsOf } from './rows.ts';
import { trainSvm } from './svm.ts';
import { type Judged, tuneOffsets, tuneSharpness } from './tune.ts';

export const MODEL_NAME = 'porchlight-tone-1';

const COST = 0.05;
/** Sets whose rows count more or less than others: short posts are what we hear most, film reviews least. */
const SET_WEIGHTS = new Map([
  ['vader_tweets', 2],
  ['vader_movieReviewSnippets', 0.5],
]);
export type Trained = { model: Model; lexicon: string };

/** Trains the model on the train parts of a folder's sets and tunes it on their dev parts. The same folder gives the same model. */
export function train(folder: string, sets: LabelledSet[]): Trained {
  const lexicon = lexiconLines(folder);
  const lists = lexiconOf(lexicon);
  const rows = rowsOf(
    sets.flatMap((set) => set.train),
    lists,
  );
  const costs = Float64Array.from(sets.flatMap(costsOf));
  const classes = [0, 1, 2].map((label) => trainSvm(rows, label, costs));
  const untuned: Model = {
    name: MODEL_NAME,
    offsets: [0, 0, 0],
    sharpness: 1,
    facts: classes.map((weights) => [...weights.slice(PLACES)].map((weight) => Number(weight.toFixed(5)))),
    ...pack(classes),
  };
  const dev = sets.filter((set) => set.dev.length > 0).map((set) => judged(untuned, lists, set.dev));
  const offsets = tuneOffsets(dev);
  return { model: { ...untuned, offsets, sharpness: tuneSharpness(dev, offsets) }, lexicon };
}

/** Every class weighs the same in its set, so that a set's subject does not tell the tone. */
function costsOf({ name, train: examples }: LabelledSet): number[] {
  const counts = [0, 1, 2].map((label) => examples.filter((example) => example.label === label).length);
  return examples.map(({ label }) => {
    const rarity = examples.length / 3 / (counts[label] ?? 1);
    return COST * (SET_WEIGHTS.get(name) ?? 1) * rarity;
  });
}

function judged(model: Model, lists: Lexicon, examples: Example[]): Judged {
  const score = scorerOf(model);
  return {
    margins: examples.map(({ text }) => score(featuresOf(text, lists))),
    labels: examples.map(({ label }) => label),
  };
}
