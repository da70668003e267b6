import type { Entry, Lexicon } from './lexicon.ts';
import { LINK, NAME, NUMBER } from './tokens.ts';
import { boostOf, isFunctionWord, isNegator, isTurn } from './words.ts';

/** One word of a text as the walk leaves it. */
export type Step = {
  word: string;
  kind: 'word' | 'mark' | 'link' | 'name' | 'number';
  /** Whether a negator shortly before it turns it. */
  negated: boolean;
  /** What the lists say, after negation and boosters. */
  valence: number;
  polarity: number;
  /** Both in one: the valence, or where VADER has none, that of an average word of the other list. */
  weight: number;
  /** The word's class in a pattern: `P+`, `P`, `N`, `N+`, `!` for a negator, a function word, a mark, or `_`. */
  class: string;
};

const REACH = 4;
/** How much of its valence a negated word keeps, with the other sign (VADER's figure). */
const NEGATED = -0.74;
const POLAR = 1.5;
const STRONG = 2;
const NOTHING: Entry = { valence: 0, polarity: 0 };
const MARKS = new Set(['.', ',', '!', '?', '!!', '??', '?!', '...', ';', ':']);

/** Goes through the words once: what each says by itself, and what negators and boosters before it make of it. */
export function walk(words: string[], lexicon: Lexicon): Step[] {
  const said = entriesOf(words, lexicon);
  let scope = 0;
  let boost = 0;
  return words.map((word, at) => {
    if (MARKS.has(word)) {
      if (word !== ',') scope = 0;
      boost = 0;
      return { word, kind: 'mark', negated: false, valence: 0, polarity: 0, weight: 0, class: word };
    }
    const { entry, inPhrase } = said[at] ?? { entry: NOTHING, inPhrase: false };
    const step = stepOf(word, entry, { negated: scope > 0, boost, inPhrase });
    boost = boostOf(word) ?? boost / 2;
    if (isNegator(word) && !inPhrase) scope = REACH + 1;
    scope = isTurn(word) ? 0 : Math.max(0, scope - 1);
    return step;
  });
}

type Said = { entry: Entry; inPhrase: boolean };

/** What the lists say of each word; a phrase says it at its last word. */
function entriesOf(words: string[], lexicon: Lexicon): Said[] {
  const said: Said[] = [];
  while (said.length < words.length) {
    const at = said.length;
    const phrase = lexicon.phraseAt(words, at);
    if (!phrase) said.push({ entry: lexicon.find(words[at] ?? '') ?? NOTHING, inPhrase: false });
    for (let left = phrase?.length ?? 0; left > 0; left--) {
      said.push({ entry: left === 1 && phrase ? phrase.entry : NOTHING, inPhrase: true });
    }
  }
  return said;
}

function stepOf(
  word: string,
  { valence, polarity }: Entry,
  around: { negated: boolean; boost: number; inPhrase: boolean },
): Step {
  const turned = around.negated && !(around.inPhrase && valence !== 0);
  const plain = valence !== 0 ? valence : polarity * POLAR;
  const own = valence * (plain === 0 ? 1 : 1 + around.boost) * (turned ? NEGATED : 1);
  const list = polarity * (turned ? -1 : 1);
  return {
    word,
    kind: kindOf(word),
    negated: around.negated,
    valence: own,
    polarity: list,
    weight: valence !== 0 ? own : list * POLAR,
    class: classOf(word, plain),
  };
}

function kindOf(word: string): Step['kind'] {
  if (word === LINK) return 'link';
  if (word === NAME) return 'name';
  return word === NUMBER ? 'number' : 'word';
}

function classOf(word: string, weight: number): string {
  if (weight > 0) return weight >= STRONG ? 'P+' : 'P';
  if (weight < 0) return weight <= -STRONG ? 'N+' : 'N';
  if (isNegator(word)) return '!';
  return isFunctionWord(word) || isTurn(word) ? word : '_';
}

/** Whether a class of the walk is one of tone. */
export function isPolar(name: string): boolean {
  return name === 'P' || name === 'N' || name === 'P+' || name === 'N+';
}
