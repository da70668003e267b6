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

/** Everything that Porchlight makes of a mention when it is born or its words change. */
export type Judgement = {
  tone: Tone;
  score: number;
  language: string | null;
  kind: Kind;
  /** The words that say what it is; null where its tone says it. */
  because: string | null;
  judgedBy: string;
};

/** A judgement as it stands now: what a person corrected is theirs. */
export type JudgementFacts = {
  tone: Tone | null;
  score: number;
  toneBy: string | null;
  kind: Kind | null;
  because: string | null;
  kindBy: string | null;
  language: string | null;
};

/** What a mention says, and what a person said it is; null where the model's word stands. */
export type Correction = { words: string; tone: Tone | null; kind: Kind | null };
