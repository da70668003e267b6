import type { RichTextElement } from '@slack/types';
import type { CardFacts } from '../domain/card.ts';
import type { JudgementFacts, Kind, Tone } from '../domain/judgement.ts';
import { toneStrength } from '../domain/tone-strength.ts';
import { person, words } from './rich-text.ts';

/** What a mention is, in a list to choose from and before its tone. */
export const KIND_WORDS: Record<Kind, string> = {
  question: 'Question',
  complaint: 'Complaint',
  praise: 'Praise',
  defect: 'Defect',
  idea: 'Idea',
  lead: 'Sales lead',
  partnership: 'Partnership',
  press: 'Press',
  other: 'Something else',
};

/** How a mention sounds, in a list to choose from. */
export const TONE_WORDS: Record<Tone, string> = {
  negative: 'Negative',
  neutral: 'Neutral',
  positive: 'Positive',
  unclear: 'Unclear',
};

/** "Complaint, clearly negative", and whose word that is when a person corrected it; nothing until it was judged. */
export function judgementWords({ judgement }: Pick<CardFacts, 'judgement'>): RichTextElement[] {
  const said = [kindWord(judgement), toneWord(judgement)].filter((one) => one !== '').join(', ');
  if (said === '') return [];
  const by = [...new Set([judgement.kindBy, judgement.toneBy])].filter((id) => id !== null);
  const lead = words(said.slice(0, 1).toUpperCase() + said.slice(1));
  const who = by.flatMap((id, n) => [words(n === 0 ? ', corrected by ' : ' and '), person(id)]);
  return [lead, ...who];
}

function kindWord({ kind }: JudgementFacts): string {
  return kind && kind !== 'other' ? KIND_WORDS[kind].toLowerCase() : '';
}

function toneWord({ tone, toneBy, score, language }: JudgementFacts): string {
  if (tone === null) return '';
  if (tone === 'unclear') return `tone unclear${inLanguage(language)}`;
  return toneBy || tone === 'neutral' ? tone : strong(tone, score);
}

/** A person's word has no strength; the model's is said as far as it can be trusted. */
function strong(tone: 'negative' | 'positive', score: number): string {
  const strength = toneStrength(score);
  return strength === 'plain' ? tone : `${strength} ${tone}`;
}

const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

function inLanguage(code: string | null): string {
  const name = code && code !== 'en' && /^[a-z]{2,3}$/.test(code) ? languages.of(code) : undefined;
  return name ? ` (${name})` : '';
}

/** Why Porchlight took it for what it is, for whoever may know better: "It reads like a defect: “times out”." */
export function kindReason({ kind, kindBy, because }: JudgementFacts): string {
  if (!kind || kindBy || kind === 'other') return '';
  const what = `Porchlight takes it for ${AS[kind]}`;
  return because ? `${what}, because it says “${because}”.` : `${what}, because of how it sounds.`;
}

const AS: Record<Exclude<Kind, 'other'>, string> = {
  question: 'a question',
  complaint: 'a complaint',
  praise: 'praise',
  defect: 'a defect',
  idea: 'an idea',
  lead: 'a sales lead',
  partnership: 'a partnership',
  press: 'something from the press',
};
