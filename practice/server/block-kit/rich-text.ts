import { z } from 'zod';
import { address, identifier } from './text.ts';

const flag = z.boolean().optional();
const style = z
  .strictObject({
    bold: flag,
    italic: flag,
    strike: flag,
    code: flag,
    underline: flag,
    highlight: flag,
    client_highlight: flag,
  })
  .optional();
const some = z.string().min(1);

/** The tokens of a date's format; anything else in braces is refused. */
const DATE_TOKENS =
  /\{(?:day_divider_pretty|date_num|date_slash|date_long|date_long_full|date_long_pretty|date|date_pretty|date_short|date_short_pretty|time|time_secs|ago)\}/g;

function isDateFormat(format: string): boolean {
  const rest = format.replace(DATE_TOKENS, '');
  return rest !== format && !/[{}]/.test(rest);
}

const text = z.strictObject({ type: z.literal('text'), text: some, style });
const link = z.strictObject({ type: z.literal('link'), url: address, text: some.optional(), unsafe: flag, style });

const inline = z.discriminatedUnion('type', [
  text,
  link,
  z.strictObject({ type: z.literal('user'), user_id: some, style }),
  z.strictObject({ type: z.literal('channel'), channel_id: some, style }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: some, style }),
  z.strictObject({ type: z.literal('team'), team_id: some, style }),
  z.strictObject({ type: z.literal('broadcast'), range: z.enum(['here', 'channel', 'everyone']), style }),
  z.strictObject({
    type: z.literal('emoji'),
    name: some,
    unicode: some.optional(),
    skin_tone: z.int().min(1).max(6).optional(),
    url: address.optional(),
    style,
  }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.int().min(0),
    format: some.refine(isDateFormat, 'must be a valid date format'),
    timezone: some.optional(),
    url: address.optional(),
    fallback: some.optional(),
    style,
  }),
  z.strictObject({ type: z.literal('color'), value: z.string().regex(/^#[0-9a-f]{6}$/i, 'must be a colour'), style }),
]);

const border = z.union([z.literal(0), z.literal(1)]).optional();
const section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(inline) });

const part = z.discriminatedUnion('type', [
  section,
  z.strictObject({
    type: z.literal('rich_text_list'),
    style: z.enum(['bullet', 'ordered']),
    elements: z.array(section),
    indent: z.int().min(0).max(8).optional(),
    offset: z.int().min(0).optional(),
    border,
  }),
  z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(inline), border }),
  z.strictObject({
    type: z.literal('rich_text_preformatted'),
    elements: z.array(z.discriminatedUnion('type', [text, link])),
    border,
  }),
]);

export const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: identifier.optional(),
  elements: z.array(part).min(1),
});
