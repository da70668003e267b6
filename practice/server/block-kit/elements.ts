/** Buttons and pictures, and which elements each kind of block takes. */
import { z } from 'zod';
import { dateTimePicker, pickers, richTextInput, typedInputs } from './inputs.ts';
import { confirm, linkOption, style } from './options.ts';
import { multiSelects, selects } from './selects.ts';
import { accessibleName, address, identifier, limited, plainText } from './text.ts';

const action_id = identifier.optional();

export const button = z.strictObject({
  type: z.literal('button'),
  action_id,
  text: plainText(75),
  value: limited(2000, 0).optional(),
  url: address.optional(),
  style,
  confirm,
  accessibility_label: accessibleName,
});

const workflowButton = z.strictObject({
  type: z.literal('workflow_button'),
  action_id,
  text: plainText(75),
  workflow: z.strictObject({
    trigger: z.strictObject({
      url: address,
      customizable_input_parameters: z.array(z.strictObject({ name: z.string(), value: z.string() })).optional(),
    }),
  }),
  style,
  accessibility_label: accessibleName,
});

const overflow = z.strictObject({
  type: z.literal('overflow'),
  action_id,
  options: z.array(linkOption).min(1).max(5),
  confirm,
});

const slackFile = z
  .strictObject({ id: z.string().min(1).optional(), url: address.optional() })
  .refine(({ id, url }) => !id !== !url, 'must define either `id` or `url`');

/** Where a picture comes from: an address or an uploaded file, not both. */
export const pictureSource = { image_url: address.optional(), slack_file: slackFile.optional() };

/** The rule that goes with `pictureSource`. */
export function hasOneSource(image: { image_url?: unknown; slack_file?: unknown }): boolean {
  return !image.image_url !== !image.slack_file;
}

export const oneSource = 'must define either `image_url` or `slack_file`';

export const picture = z
  .strictObject({ type: z.literal('image'), ...pictureSource, alt_text: limited(2000) })
  .refine(hasOneSource, oneSource);

const judgement = z.strictObject({
  text: plainText(75),
  accessibility_label: accessibleName,
  value: limited(2000),
});

const feedbackButtons = z.strictObject({
  type: z.literal('feedback_buttons'),
  action_id,
  positive_button: judgement,
  negative_button: judgement,
});

const iconButton = z.strictObject({
  type: z.literal('icon_button'),
  action_id,
  icon: z.string().min(1),
  text: plainText(75),
  accessibility_label: accessibleName,
  value: limited(2000).optional(),
  visible_to_user_ids: z.array(z.string()).max(10).optional(),
  confirm,
});

const shared = [button, overflow, workflowButton, ...pickers, ...selects, ...multiSelects] as const;

/** What may stand beside a section's text. */
export const accessory = z.discriminatedUnion('type', [...shared, picture]);

/** What may stand in an actions block. */
export const actionElement = z.discriminatedUnion('type', [...shared, dateTimePicker, richTextInput]);

/** What may stand in an input block. */
export const inputElement = z.discriminatedUnion('type', [
  ...typedInputs,
  ...pickers,
  ...selects,
  ...multiSelects,
  dateTimePicker,
  richTextInput,
]);

/** What may stand in a context_actions block. */
export const contextAction = z.discriminatedUnion('type', [feedbackButtons, iconButton]);
