import type { Goal, Metric, Period } from '../domain/settings.ts';
import { number } from './labels.ts';

/** What a goal looks at, in a list and with its number. */
export const METRIC_WORDS: Record<Metric, { label: string; aim: (target: string) => string }> = {
  median_minutes_to_claim: { label: 'Minutes until a claim', aim: (n) => `half of the claims within ${n} minutes` },
  median_minutes_to_reply: { label: 'Minutes until a reply', aim: (n) => `half of the replies within ${n} minutes` },
  share_answered: { label: 'Share of mentions answered', aim: (n) => `${n}% of the mentions answered` },
  mentions: { label: 'Mentions found', aim: (n) => `${n} mentions found` },
  answered: { label: 'Mentions answered', aim: (n) => `${n} mentions answered` },
};

export const PERIOD_WORDS: Record<Period, string> = {
  day: 'A day',
  week: 'A week',
  month: 'A month',
  quarter: 'A quarter',
};

/** "A week: half of the claims within 60 minutes". */
export function goalLine({ metric, target, period }: Goal): string {
  return `${PERIOD_WORDS[period]}: ${METRIC_WORDS[metric].aim(number(target))}`;
}
