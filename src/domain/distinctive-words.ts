import { fold } from './fold.ts';
import { compilePhrases } from './matching.ts';

/** Words that say nothing about a subject, in the languages most heard. */
const EMPTY_WORDS = new Set(
  `a about after again all already also am an and any are as at be because been but by can cannot could did do does don for from get got
  had has have he her him his how i if in into is it its just like ll me more my new no not now of on one only or our
  out over re really s she since so some still t than that the their them then there these they this those to too up us use
  using ve very was we were what when where which who why will with would you your
  aber als am an auch auf aus bei bin bis das dass dem den der des die ein eine einen einer es für hat ich im in ist
  ja kann mal mehr mit nach nicht noch nur oder schon sich sie sind so und uns von war was wenn wie wir zu zum zur
  au aux avec ce ces cette dans de des du elle en est et il ils je la le les leur mais ne nous on ou par pas plus pour
  que qui sa se ses son sont sur un une vous y à
  al como con del el ella es esta este está ha hay la las lo los me mi más muy no nos o para pero por que se si sin su
  sus un una y ya da do dos e em foi mais mas meu na nas não nos ou pela pelo por que seu sua também tem um uma uns
  che ci con da dei del della di e è gli ho il io la le lo ma mi nel non per più questo se si sono un una`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

const MAX_TEXT_CHARS = 1_000;
const MIN_TEXTS = 2;
const MIN_SHARE = 0.15;
const MIN_TIMES = 1.5;

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * The words that stand in many of these texts and were rare before: those a person would name when asked what everybody
 * talks about, the most telling first. Words of `phrases`, which every mention has, and empty ones are left out. Pure.
 */
export function distinctiveWords(now: string[], before: string[], phrases: string[], max = 5): string[] {
  const isSought = compilePhrases({ any: phrases, all: [], none: [] });
  const often = textsByWord(now);
  const seldom = textsByWord(before);
  const enough = Math.max(MIN_TEXTS, now.length * MIN_SHARE);
  const own = wordsOf(phrases.join(' '));
  return [...often]
    .filter(([word, texts]) => texts >= enough && !own.has(word) && !isSought(word))
    .map(([word, texts]) => {
      const share = texts / now.length;
      const usual = ((seldom.get(word) ?? 0) + 0.5) / (before.length + 2);
      return { word, times: share / usual, weight: share * Math.log(share / usual) };
    })
    .filter(({ times }) => times >= MIN_TIMES)
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
    .slice(0, max)
    .map(({ word }) => word);
}

function textsByWord(texts: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Its words, each once, folded; addresses and numbers are none. */
function wordsOf(text: string): Set<string> {
  const plain = fold(text.slice(0, MAX_TEXT_CHARS)).replace(/https?:\/\/\S+|\bwww\.\S+|[\w.]+@[\w.]+/g, ' ');
  const words = new Set<string>();
  for (const { segment, isWordLike } of segmenter.segment(plain)) {
    if (isWordLike && isTelling(segment)) words.add(segment);
  }
  return words;
}

/** At least three letters, or two of a script that needs fewer; no number. */
function isTelling(word: string): boolean {
  if (EMPTY_WORDS.has(word) || word.length > 30 || !/\p{L}/u.test(word) || /\p{Cs}/u.test(word)) return false;
  return [...word].length >= (/[\p{scx=Han}\p{scx=Katakana}\p{scx=Hangul}]/u.test(word) ? 2 : 3);
}
