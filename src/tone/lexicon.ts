import { LISTS } from './lists.js';
import { hasDouble } from './tokens.ts';

/** What two lists say of a word: VADER's from -4 to 4, Hu and Liu's -1, 0 or 1. */
export type Entry = { valence: number; polarity: number };

export type Lexicon = {
  /** The entry of one word, mark or emoji. */
  find: (word: string) => Entry | undefined;
  /** The longest phrase that begins at a word: its entry, and how many words it has. */
  phraseAt: (words: string[], at: number) => { entry: Entry; length: number } | undefined;
};

const MAX_PHRASE = 5;
const DOUBLED = /(.)\1/g;

/** Reads the lists that are shipped. */
export function readLexicon(): Lexicon {
  return lexiconOf(LISTS);
}

/** Reads lists as lines: valence in tenths, polarity, then words; the parts of a phrase are joined by `_`. */
export function lexiconOf(lines: string): Lexicon {
  const words = new Map<string, Entry>();
  const phrases = new Map<string, Entry>();
  const openings = new Set<string>();
  for (const line of lines.trim().split('\n')) {
    const [tenths, polarity, ...names] = line.split(' ');
    const entry = { valence: Number(tenths) / 10, polarity: Number(polarity) };
    for (const name of names) {
      const [first, second, ...more] = name.split('_');
      if (second === undefined) words.set(name, entry);
      else openings.add(`${first} ${second}`) && phrases.set([first, second, ...more].join(' '), entry);
    }
  }
  return {
    find: (word) => words.get(word) ?? (hasDouble(word) ? words.get(word.replace(DOUBLED, '$1')) : undefined),
    phraseAt: (all, at) => (openings.has(`${all[at]} ${all[at + 1]}`) ? longest(phrases, all, at) : undefined),
  };
}

function longest(phrases: Map<string, Entry>, words: string[], at: number) {
  for (let length = Math.min(MAX_PHRASE, words.length - at); length > 1; length--) {
    const entry = phrases.get(words.slice(at, at + length).join(' '));
    if (entry) return { entry, length };
  }
  return undefined;
}
