import { KINDS, type Kind, TONES, type Tone } from './judgement.ts';
import { cleanText, clip } from './text.ts';
import { unwrapMrkdwn } from './unwrap-mrkdwn.ts';

/** How a list of mentions can be narrowed down by their state. */
export const QUEUE_STATES = ['open', 'overdue', 'snoozed'] as const;
export type QueueState = (typeof QUEUE_STATES)[number];

/** What somebody asked for behind `/community queue` or `search`. It says what to look for, never what may be seen. */
export type Asked = {
  kind: 'queue' | 'search';
  /** Each must stand in the mention; for a search only. */
  words: string[];
  state: QueueState | null;
  /** Who has it. */
  personId: string | null;
  watch: string | null;
  network: string | null;
  tone: Tone | null;
  /** What the mention is. */
  what: Kind | null;
};

/** A word that is no filter, one without its name, a person Slack does not know, or nothing to search for. */
export type Misread = { misread: 'unknown' | 'no_name' | 'no_person' | 'no_words'; word: string };

/** The bounds within which what was asked travels in a button. */
export const ASKED_LIMITS = { words: 8, wordChars: 60, nameChars: 80 } as const;

type Token = { text: string; isQuoted: boolean };
type Filters = Omit<Asked, 'kind' | 'words'>;

const NO_FILTERS: Filters = { state: null, personId: null, watch: null, network: null, tone: null, what: null };

/** Every filter off. */
export const ALL_OPEN: Asked = { kind: 'queue', words: [], ...NO_FILTERS };

/** `mine open negative defects watch "Acme Cloud" network e-mail @ben`, in any order. Pure. */
export function parseQueue(text: string, personId: string): Asked | Misread {
  const filters = readFilters(tokensOf(text), personId);
  return 'misread' in filters ? filters : { ...ALL_OPEN, ...filters };
}

/**
 * Words, then filters: what follows the first word counts as filters only when all of it can be read so, and what
 * stands in quotes is looked for as it is. Pure.
 */
export function parseSearch(text: string, personId: string): Asked | Misread {
  const tokens = tokensOf(text);
  for (let at = 1; at <= tokens.length; at++) {
    const filters = readFilters(tokens.slice(at), personId);
    if ('misread' in filters) continue;
    const words = tokens.slice(0, at).map((one) => clip(one.text, ASKED_LIMITS.wordChars).replace(/…$/, ''));
    return { kind: 'search', words: words.slice(0, ASKED_LIMITS.words), ...filters };
  }
  return { misread: 'no_words', word: '' };
}

/** Slack's people stay as Slack wrote them; everything else as it is read. */
function tokensOf(text: string): Token[] {
  const pieces = text.matchAll(/["“”„‟«»]([^"“”„‟«»]*)(?:["“”„‟«»]|$)|<[^<>]*>|[^\s"“”„‟«»<]+|</g);
  return [...pieces].flatMap(([whole, quoted]) => {
    const read = PERSON.test(whole) ? whole : cleanText(unwrapMrkdwn(quoted ?? whole));
    return read ? [{ text: read, isQuoted: quoted !== undefined }] : [];
  });
}

const PERSON = /^<@([UW][A-Z0-9_]{1,40})(?:\|[^<>]*)?>$/;

function readFilters(tokens: Token[], personId: string): Filters | Misread {
  const filters: Filters = { ...NO_FILTERS };
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token;
    const word = keyword(token);
    const named = PERSON.exec(token.text)?.[1];
    if (word === 'mine') filters.personId = personId;
    else if (isState(word)) filters.state = word;
    else if (isTone(word)) filters.tone = word;
    else if (kindOf(word)) filters.what = kindOf(word) ?? null;
    else if (named) filters.personId = named;
    else if (word === 'watch' || word === 'network') {
      const name = nameFrom(tokens, at + 1);
      if (name.length === 0) return { misread: 'no_name', word };
      filters[word] = clip(name.map((one) => one.text).join(' '), ASKED_LIMITS.nameChars);
      at += name.length;
    } else return { misread: token.text.startsWith('@') ? 'no_person' : 'unknown', word: token.text };
    at += 1;
  }
  return filters;
}

/** A name in quotes, or every word up to the next filter. */
function nameFrom(tokens: Token[], from: number): Token[] {
  const first = tokens[from];
  if (first?.isQuoted) return [first];
  const next = tokens.findIndex((one, at) => at >= from && (one.isQuoted || isFilter(one)));
  return tokens.slice(from, next < 0 ? undefined : next);
}

function isFilter(token: Token): boolean {
  const word = keyword(token);
  const isWord = ['mine', 'watch', 'network'].includes(word) || isState(word) || isTone(word) || kindOf(word);
  return Boolean(isWord) || /^<?@/.test(token.text);
}

function keyword({ text, isQuoted }: Token): string {
  return isQuoted ? '' : text.toLowerCase();
}

function isTone(word: string): word is Tone {
  return (TONES as readonly string[]).includes(word);
}

/** One kind or many: “defect”, “defects”. */
function kindOf(word: string): Kind | undefined {
  return KINDS.find((kind) => kind !== 'other' && (word === kind || word === `${kind}s`));
}

function isState(word: string): word is QueueState {
  return (QUEUE_STATES as readonly string[]).includes(word);
}
