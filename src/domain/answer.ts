import { DateTime } from 'luxon';
import { type Day, dayOf } from './day.ts';
import { fold } from './fold.ts';
import { nextOfficeStart, type OfficeTeam } from './office-time.ts';
import { countChars, textHash } from './text.ts';

/** A good reply that is kept to be offered again. */
export type Answer = {
  id: number;
  title: string;
  text: string;
  /** Who looks after it: asked when its review is due. */
  ownerId: string;
  reviewOn: Day;
  keptBy: string;
  keptAt: Date;
};

/** An answer in a list, as one person sees it. */
export type ListedAnswer = Answer & { isDue: boolean; mayReview: boolean };

/** What `/community answers` shows: those that match the words, or all. */
export type AnswersFacts = { words: string; answers: ListedAnswer[]; total: number; timezone: string };

/** An answer that the draft form offers. */
export type OfferedAnswer = Pick<Answer, 'id' | 'title' | 'text'> & { isDue: boolean };

/** After how many months an answer may come up for review. */
export const REVIEW_MONTHS = [1, 3, 6, 12] as const;
export type ReviewMonths = (typeof REVIEW_MONTHS)[number];

/** The day so many months from now in the zone; of a month that is too short, its last. */
export function reviewDay(now: Date, months: ReviewMonths, zone: string): Day {
  return DateTime.fromISO(dayOf(now, zone), { zone: 'utc' }).plus({ months }).toFormat('yyyy-MM-dd');
}

/** Whether its day has come: until somebody reviewed it, it may be out of date. */
export function isDueForReview({ reviewOn }: Pick<Answer, 'reviewOn'>, today: Day): boolean {
  return reviewOn <= today;
}

/** Two texts with one key are the same answer: case, curly quotes and the width of white space do not tell them apart. */
export function answerKey(text: string): string {
  return textHash(fold(text).trim());
}

/** Words that stand in any text, and so say nothing of what it is about. */
const COMMON = new Set(
  `about above after again all also and any are ask back because been before being but can cannot com could did does done down
  each even ever every few find for from get give got had has have having her here his how http https into its just keep know like
  made make many may more most much must need never not now off one only onto our out over own per please same say see shall
  she should since some such take than thank thanks that the their them then there these they thing this those through time too
  try under until upon use used very want was way well were what when where whether which while who whole why will with
  without would www yes yet you your
  aber alle als auch auf aus bei bin bis bitte danke das dass dem den der des die doch ein eine einen einer eines für habe
  haben hat ich ihr ihre ist kann kein keine man mehr mein mit nach nicht noch nur oder ohne schon sehr sein seine sich sie
  sind über und uns unser unter vom von vor war was wenn wer werden wie wieder wir wird zum zur
  avec ces cette comme dans des elle est être les leur mais mon notre nous par pas plus pour que qui sans ses son sont sur
  une vous como con del desde ella entre está esta este los las más muy para pero por porque que ser sin sobre son sus una`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

const MAX_WORDS = 24;
const MAX_WORD_CHARS = 40;
/** Text after this is not looked at: what somebody is about stands at the beginning. */
const MAX_TEXT_CHARS = 4_000;

/**
 * The beginnings of the words that tell what a text is about, in its order, each once: letters and digits only, so that
 * they are safe in a search. `known` are words that everything here is about, such as our own name.
 */
export function distinctiveStems(text: string, known: string[] = []): string[] {
  const ours = new Set(known.flatMap((phrase) => wordsIn(phrase)));
  const said = wordsIn(text.slice(0, MAX_TEXT_CHARS)).filter((word) => !COMMON.has(word) && !ours.has(word));
  return [...new Set(said.filter((word) => isTelling(word)).map(stem))].slice(0, MAX_WORDS);
}

/** The beginnings of what somebody typed to find an answer: every word counts, however short. */
export function typedStems(text: string): string[] {
  return [...new Set(wordsIn(text.slice(0, MAX_TEXT_CHARS)).map(stem))].slice(0, MAX_WORDS);
}

function wordsIn(text: string): string[] {
  return fold(text.normalize('NFC'))
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '' && word.length <= MAX_WORD_CHARS);
}

/** Long enough to mean something; a word of another script may be short. */
function isTelling(word: string): boolean {
  return word.length >= 3 || /[^\p{Script=Latin}\p{N}]/u.test(word);
}

/** "export" of "exports", "exported" and "exporting", for the search knows no grammar. */
function stem(word: string): string {
  const cut = word.replace(/(?:ings?|ed|es|en|er|e|s|n)$/, '');
  return cut.length >= 4 ? cut : word;
}

/** When the owner is told that a review is due: that morning, or when the office next opens. */
export function reviewTime(day: Day, team: OfficeTeam): Date {
  const known = DateTime.fromISO(day, { zone: team.timezone });
  const start = known.isValid ? known : DateTime.fromISO(day, { zone: 'utc' });
  return nextOfficeStart(start.set({ hour: 9 }).toJSDate(), team);
}

/** What became of an answer that somebody chose while they wrote. */
export type Filling = 'filled' | 'added' | 'there' | 'too_long';

/** An answer put into an empty field, or below what is written there; never over it, never past `maxChars`. Pure. */
export function fillIn(typed: string, answer: string, maxChars: number): { text: string; filling: Filling } {
  if (typed.includes(answer)) return { text: typed, filling: 'there' };
  const isEmpty = typed.trim() === '';
  const text = isEmpty ? answer : `${typed.trimEnd()}\n\n${answer}`;
  if (countChars(text) > maxChars) return { text: typed, filling: 'too_long' };
  return { text, filling: isEmpty ? 'filled' : 'added' };
}
