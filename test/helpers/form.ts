import type { PracticeView, StateValues } from '../../practice/wire.ts';
import { everyThing, labelOf } from './reading.ts';

type Thing = Record<string, unknown>;

/** What a form holds once its fields were filled in: by label, a text or the label of an option. */
export function filledIn(view: PracticeView, answers: Record<string, string>): StateValues {
  const inputs = view.blocks.filter((block) => block.type === 'input');
  const labels = inputs.map((block) => labelOf(block.label));
  const strange = Object.keys(answers).find((label) => !labels.includes(label));
  if (strange) throw new Error(`The form “${view.title}” has no field “${strange}”, but ${labels.join(', ')}.`);
  const values: StateValues = {};
  for (const block of inputs) {
    const element = block.element as Thing & { type: string; action_id: string };
    const answer = answers[labelOf(block.label)];
    const state = { type: element.type, ...(answer === undefined ? initialState(element) : stateOf(element, answer)) };
    values[block.block_id ?? ''] = { [element.action_id]: state };
  }
  return values;
}

/** The state of a form's elements as Slack sends it, by block: as they were drawn, but for these answers. */
export function filledBlocks(blocks: unknown[], answers: Record<string, Thing>): StateValues {
  const values: StateValues = {};
  for (const { block_id: id, type, ...block } of everyThing(blocks)) {
    if (type !== 'input' && type !== 'actions') continue;
    const elements = type === 'input' ? [block.element] : block.elements;
    for (const element of elements as (Thing & { type: string; action_id: string })[]) {
      if (element.type === 'button') continue;
      const state = { type: element.type, ...initialState(element), ...answers[String(id)] };
      values[String(id)] = { ...values[String(id)], [element.action_id]: state };
    }
  }
  return values;
}

function initialState(element: Thing): Thing {
  if (element.type === 'conversations_select') return { selected_conversation: element.initial_conversation ?? null };
  if (element.type === 'users_select') return { selected_user: element.initial_user ?? null };
  if (element.type === 'multi_users_select') return { selected_users: element.initial_users ?? [] };
  if (element.type === 'multi_static_select') return { selected_options: element.initial_options ?? [] };
  if (element.type === 'checkboxes') return { selected_options: element.initial_options ?? [] };
  if (element.type === 'datepicker') return { selected_date: element.initial_date ?? null };
  if (element.type === 'timepicker') return { selected_time: element.initial_time ?? null };
  if (element.type === 'datetimepicker') return { selected_date_time: element.initial_date_time ?? null };
  if ('options' in element) return { selected_option: element.initial_option ?? null };
  return { value: element.initial_value ?? null };
}

function stateOf(element: Thing, answer: string): Thing {
  if (element.type === 'conversations_select') return { selected_conversation: answer };
  if (element.type === 'users_select') return { selected_user: answer };
  if (element.type === 'multi_users_select') return { selected_users: answer.split(' ') };
  if (element.type === 'timepicker') return { selected_time: answer };
  if (!('options' in element)) return { value: answer === '' ? null : answer };
  const option = everyThing(element.options).find((one) => 'value' in one && labelOf(one.text) === answer);
  if (!option) throw new Error(`There is no option “${answer}”.`);
  return element.type === 'checkboxes' ? { selected_options: [option] } : { selected_option: option };
}
