import type { Judge, ToneJudgement } from '../domain/judgement.ts';
import { type Features, featuresOf } from './features.ts';
import { languageOf } from './language.ts';
import { readLexicon } from './lexicon.ts';
import { beliefOf, CLASSES, greatest, type Margins, scorerOf } from './model.ts';
import { WEIGHTS } from './weights.js';

/** No more of a text is read: what comes later says little of how the whole sounds. */
const MAX_CHARS = 20_000;

/**
 * How much the model must believe in its answer. On the dev parts of the training sets, answers believed less than
 * this were right in 44 of 100 cases, all others in 71.
 */
const LEAST_BELIEF = 0.45;

/**
 * How far from praise a complaint must be. Nearer to it, 33 of 100 answers were right on the dev parts, and 39 were
 * praise. Praise has no such band: it was right in 65 of 100 cases, however near.
 */
const LEAST_BLAME = 0.3;

/** What the model makes of an English text, without a way out: one of three answers. */
export type Reading = { answer: 0 | 1 | 2; belief: Margins; features: Features };

/** Reads any text as if it were English. Pure, never throws; load it once, it takes some 20 ms. */
export function createReader(): (text: string) => Reading {
  const lexicon = readLexicon();
  const score = scorerOf(WEIGHTS);
  return (text) => {
    const features = featuresOf(text.slice(0, MAX_CHARS), lexicon);
    const margins = score(features);
    return { answer: greatest(margins), belief: beliefOf(margins, WEIGHTS.sharpness), features };
  };
}

/** The judge of tone that is built in. English only; texts in other languages, or of too few words, are unclear. Never throws. */
export function createJudge(): Judge {
  const read = createReader();
  return { name: WEIGHTS.name, judge: (text) => judge(read, text) };
}

function judge(read: (text: string) => Reading, text: string): ToneJudgement {
  const language = languageOf(text);
  if (language !== null && language !== 'en') return { tone: 'unclear', score: 0, language };
  const { answer, belief, features } = read(text);
  const score = belief[2] - belief[0];
  if (language === null && saysNothing(features)) return { tone: 'unclear', score: 0, language };
  return { tone: isSure(answer, belief[answer], score) ? CLASSES[answer] : 'unclear', score, language };
}

function isSure(answer: 0 | 1 | 2, belief: number, score: number): boolean {
  return belief >= LEAST_BELIEF && !(answer === 0 && score > -LEAST_BLAME);
}

/** Whether the lists know none of the words: without a language, nothing says that these are English. */
function saysNothing({ facts }: Features): boolean {
  return facts.at(-1) === 1;
}
