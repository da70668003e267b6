import { beliefOf, greatest, type Margins } from '../src/tone/model.ts';
import { averageRecall, recallsOf } from './scores.ts';

/** One dev part: the margins a model without offsets gives, and the labels. */
export type Judged = { margins: Margins[]; labels: number[] };

const COARSE = range(-0.4, 0.6, 0.1);
const FINE = range(-0.08, 0.08, 0.02);

/** The offsets of negative and positive that give the best macro-recall, averaged over the sets. */
export function tuneOffsets(sets: Judged[]): Margins {
  const coarse = best(
    sets,
    COARSE.flatMap((a) => COARSE.map((b): Margins => [a, 0, b])),
  );
  const near = FINE.flatMap((a) => FINE.map((b): Margins => [coarse[0] + a, 0, coarse[2] + b]));
  return best(sets, near).map((offset) => Number(offset.toFixed(2))) as Margins;
}

function best(sets: Judged[], candidates: Margins[]): Margins {
  let winner: Margins = [0, 0, 0];
  let record = -1;
  for (const offsets of candidates) {
    const recall = sets.reduce((sum, set) => sum + macroRecall(set, offsets), 0);
    if (recall > record) [winner, record] = [offsets, recall];
  }
  return winner;
}

function macroRecall({ margins, labels }: Judged, offsets: Margins): number {
  return averageRecall(
    recallsOf(
      labels,
      margins.map((one) => greatest(shifted(one, offsets))),
    ),
  );
}

/** The sharpness under which the labels are least surprising, each set counting alike. */
export function tuneSharpness(sets: Judged[], offsets: Margins): number {
  const surprise = (sharpness: number) => sets.reduce((sum, set) => sum + surpriseOf(set, offsets, sharpness), 0);
  const candidates = range(0.5, 6, 0.1).map((sharpness) => Number(sharpness.toFixed(1)));
  return candidates.reduce((least, one) => (surprise(one) < surprise(least) ? one : least));
}

function surpriseOf({ margins, labels }: Judged, offsets: Margins, sharpness: number): number {
  const total = margins.reduce((sum, one, at) => {
    const belief = beliefOf(shifted(one, offsets), sharpness);
    return sum - Math.log(Math.max(1e-9, belief[labels[at] ?? 0] ?? 0));
  }, 0);
  return total / Math.max(1, labels.length);
}

export function shifted(margins: Margins, offsets: Margins): Margins {
  return [margins[0] + offsets[0], margins[1] + offsets[1], margins[2] + offsets[2]];
}

function range(from: number, to: number, by: number): number[] {
  return Array.from({ length: Math.round((to - from) / by) + 1 }, (_, n) => from + n * by);
}
