import type { Counts } from './report.ts';
import type { Goal, Metric } from './settings.ts';
import { balanceOf, clearTones } from './tone-balance.ts';

/** What a metric is by itself: whether more of it is better, what a target may be, and what it must say besides. */
export type MetricRule = {
  better: 'more' | 'less';
  min: number;
  max: number;
  needs?: 'watch' | 'hours';
  takes?: 'department';
};

const MOST = 1_000_000;

export const METRIC_RULES: Record<Metric, MetricRule> = {
  median_minutes_to_claim: { better: 'less', min: 0, max: MOST },
  median_minutes_to_reply: { better: 'less', min: 0, max: MOST },
  share_answered: { better: 'more', min: 0, max: 100 },
  mentions: { better: 'more', min: 0, max: MOST },
  answered: { better: 'more', min: 0, max: MOST },
  open_longer_than_hours: { better: 'less', min: 0, max: MOST, needs: 'hours' },
  tone_balance: { better: 'more', min: -100, max: 100 },
  share_of_voice: { better: 'more', min: 0, max: 100, needs: 'watch' },
  people_who_replied: { better: 'more', min: 0, max: MOST },
  resolved_by_department: { better: 'more', min: 0, max: MOST, takes: 'department' },
};

/** The longest bound of `open_longer_than_hours`. */
export const MAX_GOAL_HOURS = 720;

/** What is wrong with a goal that may have been written by hand, field by field; a problem completes a sentence. Pure. */
export function goalProblems(goal: Goal): { at: keyof Goal; problem: string }[] {
  const { min, max, needs, takes } = METRIC_RULES[goal.metric];
  const problems: { at: keyof Goal; problem: string }[] = [];
  if (goal.target < min || goal.target > max)
    problems.push({ at: 'target', problem: `must be from ${min} to ${max} here` });
  if (needs === 'watch' && !goal.watch)
    problems.push({ at: 'watch', problem: 'must name a watch: the share of which one?' });
  if (needs === 'hours' && goal.hours === undefined)
    problems.push({ at: 'hours', problem: 'must say how many hours: open for longer than what?' });
  if (needs !== 'hours' && goal.hours !== undefined)
    problems.push({ at: 'hours', problem: 'is only for mentions that are open for too long' });
  if (takes !== 'department' && goal.department !== undefined)
    problems.push({ at: 'department', problem: 'is only for what departments resolved' });
  return problems;
}

/** Two goals with one key are the same goal, whatever their targets and owners. Pure. */
export function goalKey({ metric, period, watch, department, hours }: Omit<Goal, 'target'>): string {
  const name = (text?: string) => text?.trim().normalize('NFKC').toLowerCase() ?? null;
  return JSON.stringify([metric, period, name(watch), name(department), hours ?? null]);
}

/** What a goal is measured by. */
export type Measured = {
  counts: Counts;
  /** Mentions of all watches together, for the share of voice. */
  allMentions: number;
  /** How many were or are open longer than the goal's hours. */
  openLonger: number;
};

const REACHED: Record<Metric, (measured: Measured, goal: Goal) => number | null> = {
  median_minutes_to_claim: ({ counts }) => counts.toClaim.medianMinutes,
  median_minutes_to_reply: ({ counts }) => counts.toReply.medianMinutes,
  share_answered: ({ counts }) => share(counts.answered, counts.mentions),
  mentions: ({ counts }) => counts.mentions,
  answered: ({ counts }) => counts.answered,
  open_longer_than_hours: ({ openLonger }) => openLonger,
  tone_balance: ({ counts }) => (clearTones(counts.tone) === 0 ? null : 100 * balanceOf(counts.tone)),
  share_of_voice: ({ counts, allMentions }) => share(counts.mentions, allMentions),
  people_who_replied: ({ counts }) => counts.repliers.length,
  resolved_by_department: ({ counts }, { department }) =>
    counts.departments
      .filter(({ name }) => department === undefined || name === department)
      .reduce((sum, { resolved }) => sum + resolved, 0),
};

/** What was reached of a goal, in its own unit; null where nothing could be measured. Pure. */
export function reached(goal: Goal, measured: Measured): number | null {
  return REACHED[goal.metric](measured, goal);
}

/** These only grow while a period runs: a target that is passed stays passed. */
const GROWING: Metric[] = ['mentions', 'people_who_replied', 'open_longer_than_hours'];

/** Whether a goal is met; null where nobody can tell yet, or nothing was measured. Pure. */
export function isMet({ metric, target }: Goal, actual: number | null, isRunning: boolean): boolean | null {
  if (actual === null) return null;
  const isMore = METRIC_RULES[metric].better === 'more';
  if (!isRunning) return isMore ? actual >= target : actual <= target;
  const isPassed = isMore ? actual >= target : actual > target;
  return GROWING.includes(metric) && isPassed ? isMore : null;
}

function share(part: number, of: number): number | null {
  return of === 0 ? null : (100 * part) / of;
}
