import type { GoalResult } from '../domain/report.ts';
import type { Metric } from '../domain/settings.ts';
import { goalLine, signed } from './goal-words.ts';
import { count, number } from './labels.ts';
import { minutesWords, type ReportPart } from './report-words.ts';
import { bold, dotted, words } from './rich-text.ts';

/** What was reached, in the words of each metric. */
const REACHED: Record<Metric, (actual: number) => string> = {
  median_minutes_to_claim: minutesWords,
  median_minutes_to_reply: minutesWords,
  share_answered: shareWords,
  mentions: (n) => count(n, 'mention'),
  answered: (n) => `${number(n)} answered`,
  open_longer_than_hours: (n) => count(n, 'mention'),
  tone_balance: (n) => signed(Math.round(n)),
  share_of_voice: shareWords,
  people_who_replied: (n) => count(n, 'person', 'people'),
  resolved_by_department: (n) => `${number(n)} resolved`,
};

/** Never rounded up: what missed its goal does not read as if it had met it. */
function shareWords(share: number): string {
  return `${number(Math.floor(share * 10) / 10)}%`;
}

/** Each goal beside what was reached. */
export function goalsPart(goals: GoalResult[], max: number): ReportPart {
  const lines = goals
    .slice(0, max)
    .map((one) => dotted([bold(verdict(one))], [words(goalLine(one.goal))], [words(reached(one))]));
  const more = goals.length - max;
  return { title: 'Goals', lines: more > 0 ? [...lines, [words(`and ${count(more, 'more goal')}`)]] : lines };
}

function verdict({ actual, met }: GoalResult): string {
  if (actual === null) return 'Not measurable';
  if (met === null) return 'Still running';
  return met ? 'Met' : 'Missed';
}

function reached({ goal, actual, met }: GoalResult): string {
  if (actual === null) return 'nothing happened that could be measured';
  return `it ${met === null ? 'is' : 'was'} ${REACHED[goal.metric](actual)}`;
}
