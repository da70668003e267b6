import type { Goal, Metric, Period } from '../domain/settings.ts';
import { count, number } from './labels.ts';
import { oneLine } from './rich-text.ts';

/** What a goal looks at, in a list, with its number, and in what its number is given. */
type MetricWords = { label: string; aim: (target: number, goal: Goal) => string; unit: string };

export const METRIC_WORDS: Record<Metric, MetricWords> = {
  median_minutes_to_claim: {
    label: 'Minutes until a claim',
    aim: (n) => `half of the claims within ${number(n)} minutes`,
    unit: 'minutes',
  },
  median_minutes_to_reply: {
    label: 'Minutes until a reply',
    aim: (n) => `half of the replies within ${number(n)} minutes`,
    unit: 'minutes',
  },
  share_answered: {
    label: 'Share of mentions answered',
    aim: (n) => `${number(n)}% of the mentions answered`,
    unit: 'percent',
  },
  mentions: { label: 'Mentions found', aim: (n) => `${count(n, 'mention')} found`, unit: 'how many' },
  answered: { label: 'Mentions answered', aim: (n) => `${count(n, 'mention')} answered`, unit: 'how many' },
  open_longer_than_hours: {
    label: 'Mentions open for too long',
    aim: (n, { hours = 0 }) => `${atMost(n)} open for longer than ${count(hours, 'hour')}`,
    unit: 'how many at most',
  },
  tone_balance: {
    label: 'Balance of tone',
    aim: (n) => `a balance of tone of ${signed(n)} or better`,
    unit: 'from -100, all negative, to 100, all positive',
  },
  share_of_voice: {
    label: 'Share of voice of a watch',
    aim: (n) => `${number(n)}% of the mentions of all watches`,
    unit: 'percent',
  },
  people_who_replied: {
    label: 'Different people who replied',
    aim: (n) => `${count(n, 'different person', 'different people')} who replied`,
    unit: 'how many',
  },
  resolved_by_department: {
    label: 'Resolved by departments',
    aim: (n, { department }) =>
      `${number(n)} resolved by ${department === undefined ? 'departments' : oneLine(department, 40)}`,
    unit: 'how many',
  },
};

export const PERIOD_WORDS: Record<Period, string> = {
  day: 'A day',
  week: 'A week',
  month: 'A month',
  quarter: 'A quarter',
};

/** "A week: half of the claims within 60 minutes (Acme)". */
export function goalLine(goal: Goal): string {
  const watch = goal.watch === undefined ? '' : ` (${oneLine(goal.watch, 40)})`;
  return `${PERIOD_WORDS[goal.period]}: ${METRIC_WORDS[goal.metric].aim(goal.target, goal)}${watch}`;
}

/** "+12", "0" or "-12". */
export function signed(n: number): string {
  return n > 0 ? `+${number(n)}` : number(n);
}

function atMost(n: number): string {
  return n === 0 ? 'no mention' : `at most ${count(n, 'mention')}`;
}
