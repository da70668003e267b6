import type { Judge, Tone, ToneJudgement } from '../domain/judgement.ts';
import { languageOf } from './language.ts';
import { LEXICON } from './lexicon.js';

const NAME = 'porchlight-words-1';
const MAX_CHARS = 20_000;
const UNSURE: Tone = 'unclear';

const NEGATORS = new Set(['not', 'no', 'never', 'nobody', 'none', 'nothing', 'without', 'hardly', 'cannot']);
const REACH = 3;

/** The judge of tone that is built in. English only; every other language is unclear. Pure, never throws. */
export function createJudge(): Judge {
  const valences = readLexicon();
  return { name: NAME, judge: (text) => judge(valences, text.slice(0, MAX_CHARS)) };
}

function readLexicon(): Map<string, number> {
  const lines = LEXICON.trim().split('\n');
  return new Map(
    lines.flatMap((line) => {
      const [valence, ...words] = line.split(' ');
      return words.map((word): [string, number] => [word, Number(valence) / 10]);
    }),
  );
}

function judge(valences: Map<string, number>, text: string): ToneJudgement {
  const language = languageOf(text);
  const words =
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[a-z']+/g) ?? [];
  if (words.length === 0 || (language !== null && language !== 'en')) return { tone: UNSURE, score: 0, language };
  const sum = words.reduce((total, word, at) => total + (valences.get(word) ?? 0) * turn(words, at), 0);
  const score = sum / Math.sqrt(sum * sum + 15);
  if (language === null && sum === 0) return { tone: UNSURE, score: 0, language };
  return { tone: score < -0.2 ? 'negative' : score > 0.3 ? 'positive' : 'neutral', score, language };
}

/** A negator shortly before a word turns what it says. */
function turn(words: string[], at: number): number {
  return words.slice(Math.max(0, at - REACH), at).some((word) => NEGATORS.has(word) || word.endsWith("n't"))
    ? -0.75
    : 1;
}
