/** A text as its words, marks and emoji: what is only spelling (case, curly quotes, looong words) is levelled out. */
export type Tokens = {
  words: string[];
  /** How many words are written in capitals. */
  shouted: number;
  /** How many words are stretched, as in "sooo". */
  stretched: number;
};

/** What a link, a name and a number become. */
export const LINK = 'http';
export const NAME = '@user';
export const NUMBER = '0';

const TOKEN = new RegExp(
  [
    'https?:\\/\\/\\S+|www\\.\\S+',
    '@\\w+',
    "[\\p{L}\\p{M}]+(?:'[\\p{L}\\p{M}]+)*",
    '\\d[\\d.,:/%]*',
    "[<>]?[:;=]['-]?[)\\](\\[dDpPoO/\\\\|*3]+(?![\\p{L}\\d])|<\\/?3+",
    '\\p{Extended_Pictographic}',
    '[!?]+|\\.{2,}|[.,;:]',
  ].join('|'),
  'gu',
);

const CURLY = /[‘’‛ʼ′`]/g;
const ELLIPSIS = /…/g;
const STRETCHED = /(.)\1{2,}/gu;

/** Splits a text. Linear in its length. */
export function tokensOf(text: string): Tokens {
  const tokens: Tokens = { words: [], shouted: 0, stretched: 0 };
  for (const raw of text.replace(CURLY, "'").replace(ELLIPSIS, '...').match(TOKEN) ?? []) {
    tokens.words.push(wordOf(raw, tokens));
  }
  return tokens;
}

/** The first sign tells what a token is. */
function wordOf(raw: string, tokens: Tokens): string {
  const first = raw.charAt(0);
  if (first === '@') return NAME;
  if (first >= '0' && first <= '9') return NUMBER;
  if (raw.length > 1 && '<>:;='.includes(first)) return face(raw);
  if ('!?.,;:'.includes(first)) return mark(raw);
  if (raw.includes('://') || raw.startsWith('www.')) return LINK;
  return levelled(raw, tokens);
}

function levelled(raw: string, tokens: Tokens): string {
  const lower = raw.toLowerCase();
  if (raw.length > 2 && raw !== lower && raw === raw.toUpperCase()) tokens.shouted++;
  const short = hasDouble(lower) ? lower.replace(STRETCHED, '$1$1') : lower;
  if (short !== lower) tokens.stretched++;
  return short;
}

/** Whether a letter stands twice in a row. */
export function hasDouble(word: string): boolean {
  for (let n = 1; n < word.length; n++) if (word.charCodeAt(n) === word.charCodeAt(n - 1)) return true;
  return false;
}

/** ":-)))" is ":)". */
function face(raw: string): string {
  if (raw.startsWith('<')) return raw.includes('/') ? '</3' : '<3';
  const mouth = raw.at(-1)?.toLowerCase() ?? '';
  const eyes = raw.includes(';') ? ';' : ':';
  return `${eyes}${mouth === ']' ? ')' : mouth === '[' ? '(' : mouth}`;
}

/** Many marks say the same as two. */
function mark(raw: string): string {
  if (raw.startsWith('.')) return raw.length > 1 ? '...' : '.';
  if (raw.length === 1) return raw;
  return raw.includes('?') ? (raw.includes('!') ? '?!' : '??') : '!!';
}
