import type { RichTextElement } from '@slack/types';
import type { Kind } from '../domain/judgement.ts';
import { TONES } from '../domain/judgement.ts';
import type { Counts, ReportFacts, Times } from '../domain/report.ts';
import { compareCounts, compareShares, compareTimes } from '../domain/report-trend.ts';
import { toneChange } from '../domain/tone-balance.ts';
import { beforeWords } from './days-words.ts';
import { KIND_WORDS, TONE_WORDS } from './judgement-words.ts';
import { count, number } from './labels.ts';
import { inPercent, minutesWords, type ReportPart, trendWords } from './report-words.ts';
import { words } from './rich-text.ts';

/** Fewer measured than this have no "nine of ten". */
const MIN_FOR_P90 = 10;

/** "42 mentions, more than in the 7 days before (20)": what stands first, in a sentence. */
export function volumeSentence({ counts, countsBefore, wasWatched, before }: ReportFacts): string {
  const then = beforeWords(before);
  const [now, was] = [counts.mentions, countsBefore.mentions];
  const found = count(now, 'mention').replace(/^n/, 'N');
  if (!wasWatched && was === 0) return `${found}; nothing was watched in ${then}.`;
  if (now + was === 0) return `${found}, and none in ${then}.`;
  const compared = trendWords(compareCounts(now, was), {
    more: 'clearly more',
    fewer: 'clearly fewer',
    same: 'no clear difference',
  });
  return `${found}; ${number(was)} in ${then}: ${compared}.`;
}

/** What became of the mentions, and how long it took. */
export function numbersPart(facts: ReportFacts): ReportPart {
  const { counts, countsBefore } = facts;
  const lines = [
    volumeSentence(facts),
    outcomes(counts),
    answeredTrend(counts, countsBefore),
    timesSentence('claim', counts.toClaim, countsBefore.toClaim),
    timesSentence('reply', counts.toReply, countsBefore.toReply),
  ];
  return { title: 'In numbers', lines: sentences(lines) };
}

function outcomes({ mentions, claimed, answered, dismissed }: Counts): string {
  if (mentions === 0) return '';
  const open = Math.max(0, mentions - answered - dismissed);
  return `${number(claimed)} claimed, ${number(answered)} answered${inPercent(answered, mentions)}, ${number(dismissed)} dismissed, ${number(open)} still open.`;
}

function answeredTrend(now: Counts, before: Counts): string {
  if (now.mentions === 0 || before.mentions === 0) return '';
  const was = `${number(before.answered)} of ${number(before.mentions)}${inPercent(before.answered, before.mentions)}`;
  const trend = compareShares({ part: now.answered, of: now.mentions }, { part: before.answered, of: before.mentions });
  const compared = trendWords(trend, {
    more: 'a larger share now',
    fewer: 'a smaller share now',
    same: 'no clear difference',
  });
  return `Before, ${was} were answered: ${compared}.`;
}

const PLURAL = { claim: 'claims', reply: 'replies' };

/** The median in plain words, with the tail where there are enough; of one, simply how long it took. */
function timesSentence(what: 'claim' | 'reply', now: Times, before: Times): string {
  if (now.measured === 0 || now.medianMinutes === null) return '';
  const took = minutesWords(now.medianMinutes);
  if (now.measured === 1) return `The only ${what} that was measured came after ${took}.`;
  const isLong = now.measured >= MIN_FOR_P90 && now.p90Minutes !== null;
  const tail = isLong ? `, nine of ten within ${minutesWords(now.p90Minutes ?? 0)}` : '';
  return `Half of the ${number(now.measured)} ${PLURAL[what]} measured came within ${took}${tail}${timesTrend(now, before)}.`;
}

function timesTrend(now: Times, before: Times): string {
  if (before.medianMinutes === null) return '';
  const compared = trendWords(compareTimes(now, before), {
    more: 'slower now',
    fewer: 'faster now',
    same: 'no clear difference',
  });
  return `; before, half came within ${minutesWords(before.medianMinutes)}: ${compared}`;
}

/** How the mentions sound, whether that moved, and what they are. */
export function tonePart({ counts, countsBefore }: ReportFacts): ReportPart {
  const judged = TONES.reduce((sum, tone) => sum + counts.tone[tone], 0);
  if (judged === 0) return { title: 'Tone', lines: [] };
  const shares = TONES.filter((tone) => counts.tone[tone] > 0).map(
    (tone) => `${number(counts.tone[tone])} ${TONE_WORDS[tone].toLowerCase()}${inPercent(counts.tone[tone], judged)}`,
  );
  return { title: 'Tone', lines: sentences([`${shares.join(', ')}.`, toneTrend(counts, countsBefore), kinds(counts)]) };
}

function toneTrend(now: Counts, before: Counts): string {
  if (TONES.every((tone) => before.tone[tone] === 0)) return '';
  const { direction, certainty } = toneChange(now.tone, before.tone);
  if (certainty === 'too_few') return 'Too few of a clear tone to compare with before.';
  if (certainty === 'same' || direction === 'level') return 'No clear difference from before.';
  const sounds = direction === 'better' ? 'better' : 'worse';
  return certainty === 'sure'
    ? `It sounds ${sounds} than before.`
    : `It may sound ${sounds} than before; that can be chance.`;
}

const KIND_PLURALS: Record<Kind, [one: string, many: string]> = {
  question: ['question', 'questions'],
  complaint: ['complaint', 'complaints'],
  praise: ['word of praise', 'words of praise'],
  defect: ['defect', 'defects'],
  idea: ['idea', 'ideas'],
  lead: ['sales lead', 'sales leads'],
  partnership: ['partnership', 'partnerships'],
  press: ['from the press', 'from the press'],
  other: ['of another kind', 'of another kind'],
};

function kinds({ kinds: found }: Counts): string {
  const named = (Object.keys(KIND_WORDS) as Kind[])
    .filter((kind) => found[kind] > 0)
    .sort((a, b) => Number(a === 'other') - Number(b === 'other') || found[b] - found[a])
    .map((kind) => `${number(found[kind])} ${KIND_PLURALS[kind][found[kind] === 1 ? 0 : 1]}`);
  return named.length > 0 ? `Among them ${named.join(', ')}.` : '';
}

function sentences(texts: string[]): RichTextElement[][] {
  return texts.filter((text) => text !== '').map((text) => [words(text)]);
}
