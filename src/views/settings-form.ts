import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { isRowId } from '../domain/row-id.ts';
import { countChars } from '../domain/text.ts';
import { input, richText } from './blocks.ts';
import type { Field } from './ids.ts';
import { modal } from './modal.ts';
import { isUserId, line, words } from './rich-text.ts';

/** What a settings form remembers: the row it is about (0 for a new one), and that row's stamp when it was opened. */
export type SettingsRef = { id: number; seen: string };

const settingsRef = z.object({ id: z.number().refine(isRowId), seen: z.string().max(100) });

/** The row and the stamp a form was opened on; a new row's when its metadata is not ours. */
export function readSettingsRef(metadata: string | null | undefined): SettingsRef {
  try {
    return settingsRef.parse(JSON.parse(metadata ?? ''));
  } catch {
    return { id: 0, seen: '' };
  }
}

/** A form about a setting. */
export function settingsForm(
  frame: { title: string; callbackId: string; blocks: KnownBlock[]; submit?: string },
  ref: SettingsRef,
): ModalView {
  const view = modal({ ...frame, submit: frame.submit ?? 'Save', close: 'Cancel' });
  return { ...view, private_metadata: JSON.stringify(ref) };
}

/** Slack's own limit on what is typed into a field. */
const MAX_TYPED = 3000;

/** A field with one entry a line. What is too long for a field is left out, and so stays as it is. */
export function linesInput(
  field: Field,
  label: string,
  lines: string[],
  hint: string,
  more: { optional?: boolean } = {},
): KnownBlock {
  const text = lines.join('\n');
  if (countChars(text) > MAX_TYPED) return note(`${label}: too long to be changed here; it stays as it is.`);
  const element = { type: 'plain_text_input', multiline: true, max_length: MAX_TYPED } as const;
  return input(field, label, { ...element, ...(text && { initial_value: text }) }, { optional: true, hint, ...more });
}

/** A field with a few words. */
export function textInput(
  field: Field,
  label: string,
  text: string,
  maxChars: number,
  more: { optional?: boolean; hint?: string } = {},
): InputBlock {
  const element = { type: 'plain_text_input', max_length: maxChars } as const;
  return input(
    field,
    label,
    { ...element, ...(text && { initial_value: [...text].slice(0, maxChars).join('') }) },
    more,
  );
}

/** A field to choose one channel, public or private. */
export function channelInput(
  field: Field,
  label: string,
  channelId: string | null,
  more: { optional?: boolean; hint?: string } = {},
): InputBlock {
  const filter = { include: ['public', 'private'] as ('public' | 'private')[], exclude_bot_users: true };
  const known = channelId && /^[CG][A-Z0-9]+$/.test(channelId) ? { initial_conversation: channelId } : {};
  return input(field, label, { type: 'conversations_select', filter, ...known }, more);
}

/** A field to choose people. */
export function peopleInput(field: Field, label: string, ids: string[], hint: string): InputBlock {
  const known = [...new Set(ids)].filter(isUserId);
  const element = { type: 'multi_users_select', max_selected_items: Math.max(MAX_PEOPLE, known.length) } as const;
  return input(
    field,
    label,
    { ...element, ...(known.length > 0 && { initial_users: known }) },
    { optional: true, hint },
  );
}

const MAX_PEOPLE = 50;

/** A sentence between the fields. */
export function note(text: string): KnownBlock {
  return richText(line(words(text)));
}
