import { z } from 'zod';
import { cleanText } from '../domain/text.ts';
import type { Field, Place } from './ids.ts';

const chosen = z.object({ value: z.string() });
const answer = z
  .object({
    value: z.string().nullish(),
    selected_option: chosen.nullish(),
    selected_options: z.array(chosen).nullish(),
    selected_user: z.string().nullish(),
    selected_date: z.string().nullish(),
    selected_time: z.string().nullish(),
    selected_date_time: z.number().nullish(),
    selected_users: z.array(z.string()).nullish(),
    selected_conversation: z.string().nullish(),
  })
  .catch({});

/** What was typed into a field, cleaned; '' when nothing was, or the field is not there. */
export function typed(values: unknown, field: Place): string {
  return cleanText(typedExactly(values, field));
}

/** What was typed into a field, byte for byte. */
export function typedExactly(values: unknown, field: Place): string {
  return answerTo(values, field).value ?? '';
}

/** The option chosen in a field. */
export function choice(values: unknown, field: Field): string | undefined {
  return answerTo(values, field).selected_option?.value;
}

/** Whether any box of a field is ticked. */
export function ticked(values: unknown, field: Field): boolean {
  return (answerTo(values, field).selected_options ?? []).length > 0;
}

/** The person chosen in a field. */
export function personChosen(values: unknown, field: Field): string | undefined {
  return answerTo(values, field).selected_user ?? undefined;
}

/** The people chosen in a field. */
export function peopleChosen(values: unknown, field: Field): string[] {
  return answerTo(values, field).selected_users ?? [];
}

/** The channel chosen in a field. */
export function channelChosen(values: unknown, field: Field): string | null {
  return answerTo(values, field).selected_conversation ?? null;
}

/** The options chosen in a field. */
export function choices(values: unknown, field: Field): string[] {
  return (answerTo(values, field).selected_options ?? []).map(({ value }) => value);
}

/** Whether the form held this field at all. */
export function isThere(values: unknown, field: Field): boolean {
  return own(values, field.block) !== undefined;
}

/** The day chosen in a field, such as "2026-11-27". */
export function dayChosen(values: unknown, field: Field): string | undefined {
  return answerTo(values, field).selected_date ?? undefined;
}

/** The time of day chosen in a field, such as "09:30". */
export function timeChosen(values: unknown, field: Field): string | undefined {
  return answerTo(values, field).selected_time ?? undefined;
}

/** The instant chosen in a field. */
export function chosenTime(values: unknown, field: Field): Date | undefined {
  const seconds = answerTo(values, field).selected_date_time;
  return typeof seconds === 'number' ? new Date(seconds * 1000) : undefined;
}

/** How often a field was drawn anew with other words than were typed: then it stands at another place. */
export function redrawnTimes(values: unknown, field: Field): number {
  const blocks = typeof values === 'object' && values !== null ? Object.keys(values) : [];
  const lead = `${field.block}.`;
  const times = blocks.map((block) => (block.startsWith(lead) ? Number(block.slice(lead.length)) : 0));
  return Math.max(0, ...times.filter((one) => Number.isSafeInteger(one)));
}

/** Slack keeps what was typed into a block; only in a block with another id it takes our words instead. */
export function placeOf(field: Field, redrawn: number): Place {
  return redrawn > 0 ? { ...field, block: `${field.block}.${redrawn}` } : field;
}

function answerTo(values: unknown, field: Place): z.infer<typeof answer> {
  return answer.parse(own(own(values, field.block), field.action) ?? {});
}

function own(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined;
}
