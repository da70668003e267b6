import { eld } from 'eld/extrasmall';
import { isPlainlyEnglish } from './english.ts';

/** So much of a text is enough to tell its language. */
const MAX_CHARS = 200;

/** What is the same in every language. */
const NO_LANGUAGE = /https?:\/\/\S+|[@#][\w-]+/g;

/** The language of a text (ISO 639-1), or null where too few words allow no guess. */
export function languageOf(text: string): string | null {
  const words = text.slice(0, MAX_CHARS).replace(NO_LANGUAGE, ' ');
  if (isPlainlyEnglish(words)) return 'en';
  const guess = eld.detect(words);
  return guess.isReliable() ? guess.language : null;
}
