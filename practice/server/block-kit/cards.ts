/** Blocks made of other blocks: card, carousel, container. */
import { z } from 'zod';
import { actions, context, divider, header, image, section, video } from './blocks.ts';
import { button, picture } from './elements.ts';
import { richText } from './rich-text.ts';
import { table } from './tables.ts';
import { anyText, identifier, mrkdwn, plainText } from './text.ts';

const block_id = identifier.optional();

export const card = z
  .strictObject({
    type: z.literal('card'),
    block_id,
    hero_image: picture.optional(),
    icon: picture.optional(),
    title: mrkdwn(150).optional(),
    subtitle: mrkdwn(150).optional(),
    body: mrkdwn(200).optional(),
    actions: z.array(button).min(1).max(3).optional(),
  })
  .refine(
    (one) => Boolean(one.hero_image ?? one.title ?? one.actions ?? one.body),
    'must define at least one of `hero_image`, `title`, `actions` or `body`',
  );

export const carousel = z.strictObject({
  type: z.literal('carousel'),
  block_id,
  elements: z.array(card).min(1).max(10),
});

const child = z.discriminatedUnion('type', [divider, image, section, actions, video, header, context, table]);

export const container = z
  .strictObject({
    type: z.literal('container'),
    block_id,
    title: plainText(150).optional(),
    rich_text_title: richText.optional(),
    subtitle: anyText(150).optional(),
    child_blocks: z.array(child).min(1).max(10),
    width: z.enum(['narrow', 'standard', 'wide', 'full']).optional(),
    icon: picture.optional(),
    is_collapsible: z.boolean().optional(),
    default_collapsed: z.boolean().optional(),
    has_header_divider: z.boolean().optional(),
  })
  .refine(({ title, rich_text_title }) => Boolean(title ?? rich_text_title), 'missing required field: title');
