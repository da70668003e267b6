import { z } from 'zod';
import { goalKey, goalProblems, MAX_GOAL_HOURS } from './goal.ts';
import type { Refusal } from './refusal.ts';
import { formReader } from './setting-form.ts';
import * as values from './setting-values.ts';
import { type Goal, METRICS, PERIODS } from './settings.ts';
import { stampOf } from './stamp.ts';

/** The goal's form as it came back: names by their stamps, numbers as they were typed, '' for nothing. */
export type GoalForm = {
  metric: string;
  target: string;
  period: string;
  watch: string;
  department: string;
  hours: string;
  owner: string;
  remove: boolean;
};

/** What a goal may be about, by its name. */
export type GoalNames = { watches: string[]; departments: string[] };

/** The goal that the form asks for, or what is wrong in it; `others` are the team's other ones. Pure. */
export function readGoalForm(form: GoalForm, others: Goal[], names: GoalNames): Goal | Refusal {
  const reader = formReader();
  const metric = reader.read('metric', z.enum(METRICS), form.metric) ?? 'mentions';
  const period = reader.read('period', z.enum(PERIODS), form.period) ?? 'week';
  const target = form.target.trim() === '' ? undefined : reader.read('target', amount, form.target);
  if (form.target.trim() === '') reader.say('target', 'Please say what you aim for.');
  const hours = form.hours.trim() === '' ? undefined : reader.read('hours', someHours, form.hours);
  const owner = form.owner === '' ? undefined : reader.read('owner', values.person, form.owner);
  const named = (at: 'watch' | 'department', known: string[]) => {
    const name = known.find((one) => stampOf(one) === form[at]);
    if (form[at] !== '' && name === undefined) reader.say(at, 'This is not here any more. Please choose again.');
    return name;
  };
  const watch = named('watch', names.watches);
  const department = named('department', names.departments);
  const goal: Goal = {
    metric,
    target: target ?? 0,
    period,
    ...(owner !== undefined && { owner }),
    ...(watch !== undefined && { watch }),
    ...(department !== undefined && { department }),
    ...(hours !== undefined && { hours }),
  };
  const refused = reader.refusal();
  if (refused) return refused;
  for (const { at, problem } of goalProblems(goal)) reader.say(at, sentenceOf(problem));
  if (!reader.refusal() && others.some((one) => goalKey(one) === goalKey(goal)))
    reader.say('metric', 'There is a goal for this and this period already. Change that one.');
  return reader.refusal() ?? goal;
}

const number = z.coerce.number('must be a number');
const amount = number.min(-100, 'must not be less than -100').max(1_000_000, 'is too large');
const someHours = number
  .int('must be a whole number')
  .min(1, 'must be at least 1')
  .max(MAX_GOAL_HOURS, `must be at most ${MAX_GOAL_HOURS}`);

/** "Must be from 0 to 100 here." */
function sentenceOf(problem: string): string {
  const sentence = `${problem[0]?.toUpperCase()}${problem.slice(1)}`;
  return sentence.endsWith('?') ? sentence : `${sentence}.`;
}
