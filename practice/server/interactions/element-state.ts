/** The state of stateful elements as Slack puts it into `state.values`. */
import type { Block, StateValues } from '../../wire.ts';

type Element = { type: string; action_id?: string; [key: string]: unknown };
type State = { type: string; [key: string]: unknown };

/** For each stateful element: the key of its value in the state, its initial value's key, and what empty looks like. */
const kinds: Record<string, { key: string; initial: string; empty: null | [] }> = {
  plain_text_input: { key: 'value', initial: 'initial_value', empty: null },
  email_text_input: { key: 'value', initial: 'initial_value', empty: null },
  url_text_input: { key: 'value', initial: 'initial_value', empty: null },
  number_input: { key: 'value', initial: 'initial_value', empty: null },
  rich_text_input: { key: 'rich_text_value', initial: 'initial_value', empty: null },
  static_select: { key: 'selected_option', initial: 'initial_option', empty: null },
  external_select: { key: 'selected_option', initial: 'initial_option', empty: null },
  radio_buttons: { key: 'selected_option', initial: 'initial_option', empty: null },
  checkboxes: { key: 'selected_options', initial: 'initial_options', empty: [] },
  multi_static_select: { key: 'selected_options', initial: 'initial_options', empty: [] },
  multi_external_select: { key: 'selected_options', initial: 'initial_options', empty: [] },
  users_select: { key: 'selected_user', initial: 'initial_user', empty: null },
  multi_users_select: { key: 'selected_users', initial: 'initial_users', empty: [] },
  channels_select: { key: 'selected_channel', initial: 'initial_channel', empty: null },
  multi_channels_select: { key: 'selected_channels', initial: 'initial_channels', empty: [] },
  conversations_select: { key: 'selected_conversation', initial: 'initial_conversation', empty: null },
  multi_conversations_select: { key: 'selected_conversations', initial: 'initial_conversations', empty: [] },
  datepicker: { key: 'selected_date', initial: 'initial_date', empty: null },
  timepicker: { key: 'selected_time', initial: 'initial_time', empty: null },
  datetimepicker: { key: 'selected_date_time', initial: 'initial_date_time', empty: null },
  file_input: { key: 'files', initial: 'initial_files', empty: [] },
};

/** The elements of a block that a person can act on, cards and containers included. */
export function blockElements(block: Block): Element[] {
  const nested = [block.accessory, block.element, block.elements, block.actions, block.child_blocks].flat();
  return nested
    .filter((one): one is Element => typeof one === 'object' && one !== null && 'type' in one)
    .flatMap((one) => (one.action_id ? [one] : blockElements(one as Block)));
}

function elementState(element: Element, given: State | undefined): State | undefined {
  const kind = kinds[element.type];
  if (!kind) return undefined;
  const isGiven = given?.type === element.type && given[kind.key] !== undefined;
  const value = isGiven ? given[kind.key] : element[kind.initial];
  return { type: element.type, [kind.key]: value === '' || value === undefined ? kind.empty : value };
}

/** Container blocks have their own ids; other nested elements belong to the block around them. */
export function withChildren(block: Block): Block[] {
  const children = Array.isArray(block.child_blocks) ? (block.child_blocks as Block[]) : [];
  return [{ ...block, child_blocks: undefined }, ...children];
}

/** The state of every stateful element of these blocks: what the person entered, or else its initial value. */
export function stateValues(blocks: Block[], given: StateValues): StateValues {
  const values: StateValues = {};
  for (const block of blocks.flatMap(withChildren)) {
    const blockId = block.block_id ?? '';
    for (const element of blockElements(block)) {
      const actionId = element.action_id ?? '';
      const state = elementState(element, given[blockId]?.[actionId]);
      if (state) values[blockId] = { ...values[blockId], [actionId]: state };
    }
  }
  return values;
}

/** The value inside a state object; null or [] when nothing was entered. */
export function stateValue(state: State | undefined): unknown {
  const kind = state && kinds[state.type];
  return kind ? state[kind.key] : undefined;
}
