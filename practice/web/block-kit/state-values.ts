import type { Block, StateValues } from '../../wire.ts';
import { list, num, type Obj, obj, str } from './read.ts';

export type StateValue = { type: string; [key: string]: unknown };

/** For every stateful element: the field of Slack's state object, and the field of the element it starts from. */
const FIELDS: Record<string, { field: string; initial: string; many?: boolean }> = {
  plain_text_input: { field: 'value', initial: 'initial_value' },
  number_input: { field: 'value', initial: 'initial_value' },
  url_text_input: { field: 'value', initial: 'initial_value' },
  email_text_input: { field: 'value', initial: 'initial_value' },
  static_select: { field: 'selected_option', initial: 'initial_option' },
  external_select: { field: 'selected_option', initial: 'initial_option' },
  multi_static_select: { field: 'selected_options', initial: 'initial_options', many: true },
  multi_external_select: { field: 'selected_options', initial: 'initial_options', many: true },
  users_select: { field: 'selected_user', initial: 'initial_user' },
  multi_users_select: { field: 'selected_users', initial: 'initial_users', many: true },
  conversations_select: { field: 'selected_conversation', initial: 'initial_conversation' },
  multi_conversations_select: { field: 'selected_conversations', initial: 'initial_conversations', many: true },
  channels_select: { field: 'selected_channel', initial: 'initial_channel' },
  multi_channels_select: { field: 'selected_channels', initial: 'initial_channels', many: true },
  radio_buttons: { field: 'selected_option', initial: 'initial_option' },
  checkboxes: { field: 'selected_options', initial: 'initial_options', many: true },
  datepicker: { field: 'selected_date', initial: 'initial_date' },
  timepicker: { field: 'selected_time', initial: 'initial_time' },
  rich_text_input: { field: 'rich_text_value', initial: 'initial_value' },
  datetimepicker: { field: 'selected_date_time', initial: 'initial_date_time' },
  file_input: { field: 'files', initial: 'initial_files', many: true },
};

/** The name of the field that holds an element's value in `state.values`; null for elements without a state. */
export function stateField(type: string): string | null {
  return FIELDS[type]?.field ?? null;
}

/** The state of an element nobody has touched. */
export function initialState(element: Obj): StateValue | null {
  const type = str(element.type);
  const shape = FIELDS[type];
  if (!shape) return null;
  const given = element[shape.initial];
  if (shape.many) return { type, [shape.field]: Array.isArray(given) ? given : [] };
  return { type, [shape.field]: given === undefined || given === '' ? null : given };
}

/** All elements of a block that somebody may press or fill in, cards in a carousel included. */
export function elementsOf(block: Obj): Obj[] {
  const single = [obj(block.element), obj(block.accessory)].filter((each) => each !== null);
  const nested = [...single, ...list(block.elements), ...list(block.actions)];
  return nested.flatMap((each) => (str(each.action_id) ? [each] : elementsOf(each)));
}

/** The blocks with those inside of containers, which have ids of their own. */
function withChildren(block: Block): Block[] {
  const children = list(block.child_blocks).filter((each): each is Block => typeof each.type === 'string');
  return [block, ...children];
}

/** What goes out as `state.values`: every stateful element as drawn now, with what the person changed laid over it. */
export function gatherValues(blocks: Block[], edits: StateValues): StateValues {
  const values: StateValues = {};
  for (const block of blocks.flatMap(withChildren)) {
    const blockId = str(block.block_id);
    for (const element of elementsOf(block)) {
      const actionId = str(element.action_id);
      const start = initialState(element);
      if (!start || !actionId) continue;
      const edit = edits[blockId]?.[actionId];
      values[blockId] = { ...values[blockId], [actionId]: edit?.type === start.type ? edit : start };
    }
  }
  return values;
}

/** Says whether a state object holds nothing. */
export function isEmptyState(state: StateValue | undefined): boolean {
  const value = state?.[stateField(state.type) ?? ''];
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  return num(value) === null && obj(value) === null;
}
