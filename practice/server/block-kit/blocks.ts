/** The everyday blocks. */
import { z } from 'zod';
import {
  accessory,
  actionElement,
  contextAction,
  hasOneSource,
  inputElement,
  oneSource,
  picture,
  pictureSource,
} from './elements.ts';
import { address, anyText, identifier, limited, mrkdwn, plainText } from './text.ts';

const block_id = identifier.optional();

/** Slack refuses two elements with one action_id in a block. */
function hasOwnIds(elements: { action_id?: string }[]): boolean {
  const ids = elements.flatMap(({ action_id }) => action_id ?? []);
  return new Set(ids).size === ids.length;
}

const ownIds = 'action_id must be unique within its block';

export const section = z
  .strictObject({
    type: z.literal('section'),
    block_id,
    text: anyText(3000).optional(),
    fields: z.array(anyText(2000)).min(1).max(10).optional(),
    accessory: accessory.optional(),
    expand: z.boolean().optional(),
  })
  .refine(({ text, fields }) => text !== undefined || fields !== undefined, 'must define either `text` or `fields`');

export const header = z.strictObject({ type: z.literal('header'), block_id, text: plainText(150) });

export const context = z.strictObject({
  type: z.literal('context'),
  block_id,
  elements: z
    .array(z.discriminatedUnion('type', [picture, plainText(3000), mrkdwn(3000)]))
    .min(1)
    .max(10),
});

export const actions = z.strictObject({
  type: z.literal('actions'),
  block_id,
  elements: z.array(actionElement).min(1).max(25).refine(hasOwnIds, ownIds),
});

export const contextActions = z.strictObject({
  type: z.literal('context_actions'),
  block_id,
  elements: z.array(contextAction).min(1).max(5).refine(hasOwnIds, ownIds),
});

export const divider = z.strictObject({ type: z.literal('divider'), block_id });

export const image = z
  .strictObject({
    type: z.literal('image'),
    block_id,
    ...pictureSource,
    alt_text: limited(2000),
    title: plainText(2000).optional(),
  })
  .refine(hasOneSource, oneSource);

export const input = z.strictObject({
  type: z.literal('input'),
  block_id,
  label: plainText(2000),
  hint: plainText(2000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  element: inputElement,
});

export const markdown = z.strictObject({ type: z.literal('markdown'), block_id, text: limited(12_000) });

export const alert = z.strictObject({
  type: z.literal('alert'),
  block_id,
  text: anyText(200),
  level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
});

export const video = z.strictObject({
  type: z.literal('video'),
  block_id,
  video_url: address,
  thumbnail_url: address,
  alt_text: limited(2000),
  title: plainText(199),
  title_url: address.optional(),
  author_name: limited(49).optional(),
  provider_name: limited(49).optional(),
  provider_icon_url: address.optional(),
  description: plainText(200).optional(),
});
