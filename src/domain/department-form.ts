import { z } from 'zod';
import type { Refusal } from './refusal.ts';
import { formReader } from './setting-form.ts';
import * as values from './setting-values.ts';
import { type Department, ROUTE_KINDS } from './settings.ts';

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
