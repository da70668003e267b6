import type { Correction, Tone } from '../domain/judgement.ts';

/** The numbers by which `npm run bench -- sentiment FILE` knows the tones; an unclear one teaches nothing. */
const LABELS: Partial<Record<Tone, string>> = { negative: '0', neutral: '1', positive: '2' };

/** Text, tab, label: 0 negative, 1 neutral, 2 positive. */
export function tonesFile(corrections: Correction[]): string {
  return lines(corrections.map(({ words, tone }) => [words, (tone && LABELS[tone]) ?? '']));
}

/** Text, tab, kind. */
export function kindsFile(corrections: Correction[]): string {
  return lines(corrections.map(({ words, kind }) => [words, kind ?? '']));
}

function lines(rows: [words: string, label: string][]): string {
  return rows
    .filter(([, label]) => label !== '')
    .map(([words, label]) => `${words.replace(/\s+/gu, ' ').trim()}\t${label}\n`)
    .join('');
}
