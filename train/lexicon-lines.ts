import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OWN_EMOJI, OWN_FACES, OWN_WORDS } from './own-words.ts';

/** A word, an emoji or words with hyphens. */
const USABLE = /^(?:[\p{L}']+(?:-[\p{L}']+)*|\p{Extended_Pictographic})$/u;
/** However many strong words its name has, an emoji says no more than this. */
const MAX_EMOJI = 3;

/**
 * The lists of a folder in the form in which they are shipped: valence in tenths, polarity, then the words that have
 * both. Own words stand behind VADER's, own phrases, emoji and faces before.
 */
export function lexiconLines(folder: string): string {
  const vader = readVader(join(folder, 'vader_lexicon', 'vader_lexicon.txt'));
  const own = OWN_WORDS.flatMap(([valence, words]) => words.map((word): [string, number] => [word, valence]));
  const valences = new Map<string, number>([
    ...own,
    ...vader,
    ...own.filter(([word]) => word.includes(' ')),
    ...emojiValences(join(folder, 'vader_lexicon', 'emoji_utf8_lexicon.txt'), vader),
    ...Object.entries(OWN_EMOJI),
    ...Object.entries(OWN_FACES),
  ]);
  const polarities = new Map<string, number>([
    ...own
      .filter(([word]) => word.includes(' '))
      .map(([word, valence]): [string, number] => [word, Math.sign(valence)]),
    ...readList(join(folder, 'opinion_lexicon', 'negative-words.txt'), -1),
    ...readList(join(folder, 'opinion_lexicon', 'positive-words.txt'), 1),
  ]);
  return grouped(valences, polarities);
}

function grouped(valences: Map<string, number>, polarities: Map<string, number>): string {
  const groups = new Map<string, string[]>();
  for (const word of new Set([...valences.keys(), ...polarities.keys()])) {
    const key = `${Math.round((valences.get(word) ?? 0) * 10)} ${polarities.get(word) ?? 0}`;
    groups.set(key, [...(groups.get(key) ?? []), word.replace(/[ -]/g, '_').toLowerCase()]);
  }
  const lines = [...groups].map(([key, words]) => `${key} ${[...new Set(words)].sort().join(' ')}`);
  return lines.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1)).join('\n');
}

function readVader(file: string): [string, number][] {
  return linesOf(file)
    .map((line) => line.split('\t'))
    .flatMap(([word = '', valence]) => (USABLE.test(word) ? [[word.toLowerCase(), Number(valence)]] : []));
}

function readList(file: string, polarity: number): [string, number][] {
  return linesOf(file)
    .map((line) => line.trim())
    .filter((word) => USABLE.test(word))
    .map((word) => [word, polarity]);
}

/** An emoji is worth what the words of its name are. */
function emojiValences(file: string, vader: [string, number][]): [string, number][] {
  const valences = new Map(vader);
  return linesOf(file).flatMap((line): [string, number][] => {
    const [emoji = '', name = ''] = line.split('\t');
    const valence = name.split(' ').reduce((sum, word) => sum + (valences.get(word) ?? 0), 0);
    return valence === 0 || !USABLE.test(emoji) ? [] : [[emoji, Math.max(-MAX_EMOJI, Math.min(MAX_EMOJI, valence))]];
  });
}

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8').split(/\r?\n/);
}
