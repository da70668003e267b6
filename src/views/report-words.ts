import type { RichTextElement } from '@slack/types';
import type { AskedPeriod } from '../domain/report-asked.ts';
import type { Trend } from '../domain/report-trend.ts';
import { formatDuration } from '../domain/time.ts';
import { number } from './labels.ts';

/** One part of a report: a heading and its lines. Slack and the page draw the same. */
export type ReportPart = { title: string; lines: RichTextElement[][] };

/** How many of each a report lists before it says how many more there are. */
export type ReportLimits = { rows: number; top: number; voices: number; goals: number };

/** "71%"; never "100%" while one is missing, never "0%" while there is one. */
export function percent(part: number, of: number): string {
  if (of <= 0) return '0%';
  const rounded = Math.round((100 * part) / of);
  if (rounded >= 100 && part < of) return 'over 99%';
  if (rounded <= 0 && part > 0) return 'under 1%';
  return `${number(rounded)}%`;
}

/** Of fewer than this a share says less than the number itself. */
const MIN_FOR_SHARE = 5;

/** " (71%)" behind a number; nothing where there are too few to speak of shares. */
export function inPercent(part: number, of: number): string {
  return of < MIN_FOR_SHARE ? '' : ` (${percent(part, of)})`;
}

/** "about 42 minutes": times are kept in buckets, so they are near, not exact. */
export function minutesWords(minutes: number): string {
  return minutes < 1 ? 'less than a minute' : `about ${formatDuration(minutes * 60_000)}`;
}

/** A trend behind two numbers, in the words of what they count. */
export function trendWords(trend: Trend, words: { more: string; fewer: string; same: string }): string {
  return trend === 'few' ? 'too few to compare' : words[trend];
}

const NAMED: Record<Extract<AskedPeriod, string>, string> = {
  today: 'Today',
  week: 'This week',
  month: 'This month',
  quarter: 'This quarter',
};

/** "This week"; nothing for a period without a name. */
export function periodName(asked: string): string {
  return Object.hasOwn(NAMED, asked) ? NAMED[asked as keyof typeof NAMED] : '';
}
