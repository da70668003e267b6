/** How a mention sounds; `unclear` when the model is not sure or does not know the language. */
export const TONES = ['negative', 'neutral', 'positive', 'unclear'] as const;
export type Tone = (typeof TONES)[number];

/** What a mention is to the team. */
export const KINDS = [
  'question',
  'complaint',
  'praise',
  'defect',
  'idea',
  'lead',
  'partnership',
  'press',
  'other',
] as const;
export type Kind = (typeof KINDS)[number];

/** What the model makes of a text. */
export type ToneJudgement = {
  tone: Tone;
  /** -1 (as negative as can be) to 1; the nearer to 0 the less is said by it. For ranking and for words, never shown as a number. */
  score: number;
  /** ISO 639-1, where the words allow a guess. */
  language: string | null;
};

/** Judges a text's tone; `name` is kept with each judgement. */
export type Judge = { name: string; judge: (text: string) => ToneJudgement };
