import type { Author } from './item.ts';
import { matchesPhrases } from './matching.ts';
import { wrongName } from './preflight/greeting.ts';
import { type OddLink, oddLinks } from './preflight/links.ts';
import { placeholders } from './preflight/placeholders.ts';
import { countChars } from './text.ts';

/** A reply that somebody of ours posted to the same author or story, or to this mention before. */
export type EarlierReply = { by: string | null; at: Date; link: string | null };

/** What is the matter with a reply: what `stops` it, and what only `warns` the person who posts it. */
export type Finding =
  | { kind: 'too_long'; severity: 'stops'; maxChars: number; chars: number }
  | { kind: 'forbidden_word'; severity: 'stops'; word: string }
  | { kind: 'placeholder'; severity: 'stops'; found: string }
  | { kind: 'original_gone'; severity: 'warns' }
  | { kind: 'original_changed'; severity: 'warns' }
  | ({ kind: 'replied_already'; severity: 'warns' } & EarlierReply)
  | { kind: 'wrong_name'; severity: 'warns'; greeted: string; author: string }
  | ({ kind: 'odd_link'; severity: 'warns' } & OddLink)
  | { kind: 'ping'; severity: 'warns'; word: string };

/** What the checks look at; what nobody knows is left out and found in order. */
export type PreflightFacts = {
  text: string;
  /** The limit of the network it goes to. */
  maxChars: number;
  forbiddenWords: string[];
  author?: Author;
  originalChanged?: boolean;
  originalGone?: boolean;
  earlier?: EarlierReply[];
};

/** So many findings of one kind are told. */
const MOST = 3;

/** Words that call a whole channel together wherever people use Slack or something like it. */
const PING = /(?<![\p{L}\p{N}_@./])@(?:channel|here|everyone)\b|<!(?:channel|here|everyone)>/giu;

/** Everything that is the matter with a reply before it goes out: what stops it first. Pure. */
export function preflight(facts: PreflightFacts): Finding[] {
  return [...stopsIn(facts), ...warningsOf(facts)];
}

/** What keeps this text from going out, whatever the mention. Pure. */
export function stopsIn({ text, maxChars, forbiddenWords }: PreflightFacts): Finding[] {
  const chars = countChars(text);
  const words = forbiddenWords.filter((word) => matchesPhrases({ any: [word], all: [], none: [] }, text));
  return [
    ...(chars > maxChars ? [{ kind: 'too_long' as const, severity: 'stops' as const, maxChars, chars }] : []),
    ...few(words).map((word) => ({ kind: 'forbidden_word' as const, severity: 'stops' as const, word })),
    ...few(placeholders(text)).map((found) => ({ kind: 'placeholder' as const, severity: 'stops' as const, found })),
  ];
}

function warningsOf(facts: PreflightFacts): Finding[] {
  const { text, author = {}, earlier = [] } = facts;
  const warns = 'warns' as const;
  const name = wrongName(text, author);
  return [
    ...(facts.originalGone ? [{ kind: 'original_gone' as const, severity: warns }] : []),
    ...(facts.originalChanged ? [{ kind: 'original_changed' as const, severity: warns }] : []),
    ...earlier.slice(0, MOST).map((reply) => ({ kind: 'replied_already' as const, severity: warns, ...reply })),
    ...(name ? [{ kind: 'wrong_name' as const, severity: warns, ...name }] : []),
    ...oddLinks(text)
      .slice(0, MOST)
      .map((link) => ({ kind: 'odd_link' as const, severity: warns, ...link })),
    ...few([...text.matchAll(PING)].map(([word]) => word)).map((word) => ({
      kind: 'ping' as const,
      severity: warns,
      word,
    })),
  ];
}

function few(found: string[]): string[] {
  return [...new Set(found)].slice(0, MOST);
}
