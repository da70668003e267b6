import type { Example } from '../../train/read-sets.ts';
import { averageRecall, recallsOf } from '../../train/scores.ts';
import type { System } from './tone-systems.ts';

const WORST = 200;
/** Few texts are read many times: the first passes run cold, and other work on the machine slows some. */
const [FEWEST_PASSES, LEAST_SECONDS] = [3, 2];

/** How one system does on one set of texts; shares are 0 to 1. */
export type Scored = {
  accuracy: number;
  macroRecall: number;
  macroF1: number;
  recalls: number[];
  perSecond: number;
  /** Of the texts it takes for the most negative, how many are. */
  worst: { size: number; negative: number };
};

export function scored(system: System, examples: Example[]): Scored {
  const { answers, seconds } = fastest(passes(system, examples));
  const labels = examples.map(({ label }) => label);
  const given = answers.map(({ label }) => label);
  const recalls = recallsOf(labels, given);
  const scores = answers.map(({ score }) => score);
  return {
    accuracy: given.filter((label, at) => label === labels[at]).length / labels.length,
    macroRecall: averageRecall(recalls),
    macroF1: macroF1(recalls, recallsOf(given, labels)),
    recalls,
    perSecond: examples.length / seconds,
    worst: worstOf(scores, labels),
  };
}

type Pass = { answers: ReturnType<System['answer']>[]; seconds: number };

function pass(system: System, examples: Example[]): Pass {
  const startedAt = performance.now();
  const answers = examples.map(({ text }) => system.answer(text));
  return { answers, seconds: (performance.now() - startedAt) / 1000 };
}

function passes(system: System, examples: Example[]): Pass[] {
  const all: Pass[] = [];
  let spent = 0;
  while (all.length < FEWEST_PASSES || spent < LEAST_SECONDS) {
    const one = pass(system, examples);
    spent += one.seconds;
    all.push(one);
  }
  return all;
}

/** The pass that was disturbed least, by a cold start or by what else the machine does. */
function fastest([first, ...others]: Pass[]): Pass {
  if (!first) throw new Error('Nothing was measured.');
  return others.reduce((best, one) => (one.seconds < best.seconds ? one : best), first);
}

/** Precision is recall with labels and answers changed round. A class that is never answered has an F1 of 0. */
function macroF1(recalls: number[], precisions: number[]): number {
  const all = recalls.map((recall, at) => {
    if (Number.isNaN(recall)) return Number.NaN;
    const precision = precisions[at] || 0;
    return recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision);
  });
  return averageRecall(all);
}

function worstOf(scores: number[], labels: number[]): Scored['worst'] {
  const order = scores.map((score, at) => ({ score, at })).sort((a, b) => a.score - b.score);
  const worst = order.slice(0, WORST);
  return { size: worst.length, negative: worst.filter(({ at }) => labels[at] === 0).length };
}
