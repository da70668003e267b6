import { fold } from './fold.ts';
import type { Phrases } from './settings.ts';

/** Scripts that put no space between words, and Korean, which glues its particles to a name. */
const UNSPACED_SCRIPTS = ['Han', 'Hiragana', 'Katakana', 'Bopomofo', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar'];
const UNSPACED = new RegExp(`[${UNSPACED_SCRIPTS.map((script) => `\\p{scx=${script}}`).join('')}]`, 'u');
const LETTER_DIGIT_MARK = /[\p{L}\p{N}\p{M}]/u;

/** Does it say this? Asked of a text that `fold` has been over. */
type Test = (folded: string) => boolean;

/** `matchesPhrases` for many texts: folds the phrases once. */
export function compilePhrases(phrases: Phrases): (text: string) => boolean {
  const any = phraseTests(phrases.any);
  const all = phraseTests(phrases.all);
  const none = phraseTests(phrases.none);
  if (any.length + all.length === 0) return () => false;
  return (text) => {
    const folded = fold(text);
    const says = (test: Test) => test(folded);
    return (any.length === 0 || any.some(says)) && all.every(says) && !none.some(says);
  };
}

/**
 * Whether a watch hears this text: one of `any` (when it names some), every one of `all`, and none of `none`; a
 * watch with neither `any` nor `all` hears nothing. A phrase matches as whole words, case aside; inside a run of
 * letters only where the script writes no spaces.
 */
export function matchesPhrases(phrases: Phrases, text: string): boolean {
  return compilePhrases(phrases)(text);
}

/** Whether a phrase has anything to look for once it is folded; "™" alone, for one, has not. */
export function isPhrase(phrase: string): boolean {
  return fold(phrase).trim() !== '';
}

function phraseTests(phrases: string[]): Test[] {
  return phrases.filter(isPhrase).map((phrase) => phraseTest(fold(phrase).trim()));
}

function phraseTest(phrase: string): Test {
  const before = wordEdge(phrase.match(/^./u)?.[0] ?? '', false);
  const after = wordEdge(phrase.match(/.$/u)?.[0] ?? '', /^[@#]/.test(phrase));
  return (folded) => {
    for (let at = folded.indexOf(phrase); at !== -1; at = folded.indexOf(phrase, at + 1)) {
      if (before(charBefore(folded, at)) && after(charAt(folded, at + phrase.length))) return true;
    }
    return false;
  };
}

/** Whether a word may end between the phrase's outer character and its neighbour; handles and tags go on over "_". */
function wordEdge(outer: string, isHandle: boolean): (neighbour: string) => boolean {
  if (UNSPACED.test(outer)) return () => true;
  return (neighbour) =>
    !(isHandle && neighbour === '_') && (!LETTER_DIGIT_MARK.test(neighbour) || UNSPACED.test(neighbour));
}

function charAt(text: string, index: number): string {
  const code = text.codePointAt(index);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function charBefore(text: string, index: number): string {
  const isPair = index >= 2 && /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(index - 2, index));
  return text.slice(Math.max(0, index - (isPair ? 2 : 1)), index);
}
