import { z } from 'zod';
import type { Refusal } from './refusal.ts';
import { formReader } from './setting-form.ts';
import * as values from './setting-values.ts';
import { type Department, type Goal, METRICS, PERIODS, ROUTE_KINDS } from './settings.ts';

export type DepartmentForm = { name: string; channel: string | null; takes: string[]; remove: boolean };

/** The department that the form asks for, or what is wrong in it; `others` are the team's other ones. Pure. */
export function readDepartmentForm(form: DepartmentForm, others: Department[]): Department | Refusal {
  const reader = formReader();
  const name = reader.read('name', values.name, form.name) ?? '';
  const takes = reader.read('takes', z.enum(ROUTE_KINDS).array(), form.takes) ?? [];
  if (!form.channel) reader.say('channel', 'Please choose the channel where they hear of it.');
  if (takes.length === 0) reader.say('takes', 'Please choose what they take.');
  if (others.some((one) => sameName(one.name, name))) reader.say('name', 'There is a department of this name already.');
  return reader.refusal() ?? { name, channel: form.channel ?? '', takes };
}

/** Whether two names are one to a reader. Pure. */
export function sameName(a: string, b: string): boolean {
  const key = (name: string) => name.trim().normalize('NFKC').toLowerCase();
  return key(a) === key(b);
}

export type GoalForm = { metric: string; target: string; period: string };

/** The goal that the form asks for, or what is wrong in it; `others` are those the team has. Pure. */
export function readGoalForm(form: GoalForm, others: Goal[]): Goal | Refusal {
  const reader = formReader();
  const metric = reader.read('metric', z.enum(METRICS), form.metric) ?? 'mentions';
  const period = reader.read('period', z.enum(PERIODS), form.period) ?? 'week';
  const amount = z.coerce.number('must be a number').min(0, 'must not be less than 0').max(1_000_000, 'is too large');
  const target = form.target.trim() === '' ? undefined : reader.read('target', amount, form.target);
  if (form.target.trim() === '') reader.say('target', 'Please say what you aim for.');
  if (metric === 'share_answered' && (target ?? 0) > 100)
    reader.say('target', 'A share is a percentage, from 0 to 100.');
  if (!reader.refusal() && others.some((one) => one.metric === metric && one.period === period))
    reader.say('metric', 'There is a goal for this and this period already. Remove that one first.');
  return reader.refusal() ?? { metric, target: target ?? 0, period };
}

/** A goal's number: one metric and one period make one goal. Pure. */
export function goalNumber({ metric, period }: Pick<Goal, 'metric' | 'period'>): number {
  return METRICS.indexOf(metric) * PERIODS.length + PERIODS.indexOf(period);
}
