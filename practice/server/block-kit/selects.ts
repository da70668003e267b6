/** Menus of one or several, by where their options come from. */
import { z } from 'zod';
import { choices, confirm, isOffered, option } from './options.ts';
import { identifier, plainText } from './text.ts';

const shared = {
  action_id: identifier.optional(),
  placeholder: plainText(150).optional(),
  confirm,
  focus_on_load: z.boolean().optional(),
};
const many = { ...shared, max_selected_items: z.int().min(1).optional() };
const id = z.string().min(1);
const ids = z.array(id);

const conversationFilter = {
  default_to_current_conversation: z.boolean().optional(),
  filter: z
    .strictObject({
      include: z
        .array(z.enum(['im', 'mpim', 'private', 'public']))
        .min(1)
        .optional(),
      exclude_external_shared_channels: z.boolean().optional(),
      exclude_bot_users: z.boolean().optional(),
    })
    .optional(),
};
const response_url_enabled = z.boolean().optional();

const eitherOptions = 'must define either `options` or `option_groups`';
const unknownInitial = 'initial option must be one of the options';

const staticSelect = z
  .strictObject({ type: z.literal('static_select'), ...shared, ...choices, initial_option: option.optional() })
  .refine((menu) => !menu.options !== !menu.option_groups, eitherOptions)
  .refine((menu) => !menu.initial_option || isOffered(menu, menu.initial_option), unknownInitial);

const multiStaticSelect = z
  .strictObject({
    type: z.literal('multi_static_select'),
    ...many,
    ...choices,
    initial_options: z.array(option).min(1).optional(),
  })
  .refine((menu) => !menu.options !== !menu.option_groups, eitherOptions)
  .refine((menu) => (menu.initial_options ?? []).every((one) => isOffered(menu, one)), unknownInitial);

const minQuery = { min_query_length: z.int().min(0).optional() };

/** Menus that take one. */
export const selects = [
  staticSelect,
  z.strictObject({ type: z.literal('external_select'), ...shared, ...minQuery, initial_option: option.optional() }),
  z.strictObject({ type: z.literal('users_select'), ...shared, initial_user: id.optional() }),
  z.strictObject({
    type: z.literal('conversations_select'),
    ...shared,
    ...conversationFilter,
    response_url_enabled,
    initial_conversation: id.optional(),
  }),
  z.strictObject({
    type: z.literal('channels_select'),
    ...shared,
    response_url_enabled,
    initial_channel: id.optional(),
  }),
] as const;

/** Menus that take several. */
export const multiSelects = [
  multiStaticSelect,
  z.strictObject({
    type: z.literal('multi_external_select'),
    ...many,
    ...minQuery,
    initial_options: z.array(option).min(1).optional(),
  }),
  z.strictObject({ type: z.literal('multi_users_select'), ...many, initial_users: ids.optional() }),
  z.strictObject({
    type: z.literal('multi_conversations_select'),
    ...many,
    ...conversationFilter,
    initial_conversations: ids.optional(),
  }),
  z.strictObject({ type: z.literal('multi_channels_select'), ...many, initial_channels: ids.optional() }),
] as const;
