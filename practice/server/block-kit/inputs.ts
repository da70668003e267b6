/** Elements one types into, ticks or picks a time with. */
import { z } from 'zod';
import { confirm, isOffered, richOption } from './options.ts';
import { richText } from './rich-text.ts';
import { identifier, limited, plainText } from './text.ts';

const action_id = identifier.optional();
const placeholder = plainText(150).optional();
const focus_on_load = z.boolean().optional();
const initial_value = limited(3000).optional();
const trigger = z.enum(['on_enter_pressed', 'on_character_entered']);
const dispatch_action_config = z.strictObject({ trigger_actions_on: z.array(trigger).min(1).optional() }).optional();

const typed = { action_id, placeholder, focus_on_load, dispatch_action_config };
const picked = { action_id, placeholder, focus_on_load, confirm };

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 09:30');
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'must be a date such as 2026-12-31');
const number = z.string().regex(/^-?\d+(\.\d+)?$/, 'must be a number');
const unknownInitial = 'initial option must be one of the options';

export const plainTextInput = z
  .strictObject({
    type: z.literal('plain_text_input'),
    ...typed,
    initial_value,
    multiline: z.boolean().optional(),
    min_length: z.int().min(0).max(3000).optional(),
    max_length: z.int().min(1).max(3000).optional(),
  })
  .refine(({ min_length = 0, max_length = 3000 }) => min_length <= max_length, 'min_length must not exceed max_length')
  .refine(
    ({ initial_value: text = '', max_length = 3000 }) => [...text].length <= max_length,
    'initial_value must not be longer than max_length',
  );

export const richTextInput = z.strictObject({
  type: z.literal('rich_text_input'),
  ...typed,
  initial_value: richText.optional(),
  min_lines: z.int().min(1).max(100).optional(),
  max_lines: z.int().min(1).max(100).optional(),
});

/** Inputs that stand in input blocks only. */
export const typedInputs = [
  plainTextInput,
  z.strictObject({ type: z.literal('email_text_input'), ...typed, initial_value }),
  z.strictObject({ type: z.literal('url_text_input'), ...typed, initial_value }),
  z.strictObject({
    type: z.literal('number_input'),
    ...typed,
    is_decimal_allowed: z.boolean(),
    initial_value: number.optional(),
    min_value: number.optional(),
    max_value: number.optional(),
  }),
  z.strictObject({
    type: z.literal('file_input'),
    action_id,
    filetypes: z.array(z.string()).min(1).optional(),
    max_files: z.int().min(1).max(10).optional(),
  }),
] as const;

const boxes = z.array(richOption).min(1).max(10);

const checkboxes = z
  .strictObject({
    type: z.literal('checkboxes'),
    action_id,
    focus_on_load,
    confirm,
    options: boxes,
    initial_options: z.array(richOption).min(1).optional(),
  })
  .refine((one) => (one.initial_options ?? []).every((chosen) => isOffered(one, chosen)), unknownInitial);

const radioButtons = z
  .strictObject({
    type: z.literal('radio_buttons'),
    action_id,
    focus_on_load,
    confirm,
    options: boxes,
    initial_option: richOption.optional(),
  })
  .refine((one) => !one.initial_option || isOffered(one, one.initial_option), unknownInitial);

/** Inputs that stand beside text and in rows too. */
export const pickers = [
  checkboxes,
  radioButtons,
  z.strictObject({ type: z.literal('datepicker'), ...picked, initial_date: day.optional() }),
  z.strictObject({
    type: z.literal('timepicker'),
    ...picked,
    initial_time: clock.optional(),
    timezone: z.string().optional(),
  }),
] as const;

export const dateTimePicker = z.strictObject({
  type: z.literal('datetimepicker'),
  action_id,
  focus_on_load,
  confirm,
  initial_date_time: z.int().min(1_000_000_000).max(9_999_999_999).optional(),
});
