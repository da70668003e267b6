/** What Slack's own client checks before it lets a modal go. */
import type { Block, StateValues } from '../../wire.ts';
import { blockElements, stateValue } from './element-state.ts';

type Bounds = { min_length?: number; max_length?: number };

function lengthProblem(value: unknown, { min_length, max_length }: Bounds): string | undefined {
  if (typeof value !== 'string') return undefined;
  const length = [...value].length;
  if (min_length !== undefined && length < min_length) return `Please enter at least ${min_length} characters.`;
  if (max_length !== undefined && length > max_length) return `Please enter at most ${max_length} characters.`;
  return undefined;
}

function formProblem(type: string, value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (type === 'email_text_input' && !/^\S+@\S+\.\S+$/.test(value)) return 'Please enter a valid email address.';
  if (type === 'url_text_input' && !URL.canParse(value)) return 'Please enter a valid URL.';
  if (type === 'number_input' && !Number.isFinite(Number(value))) return 'Please enter a valid number.';
  return undefined;
}

function inputProblem(block: Block, values: StateValues): string | undefined {
  const [element] = blockElements(block);
  const value = stateValue(values[block.block_id ?? '']?.[element?.action_id ?? '']);
  const isEmpty = value === null || value === undefined || (Array.isArray(value) && value.length === 0);
  if (isEmpty) return block.optional === true ? undefined : 'Please complete this required field.';
  return element && (lengthProblem(value, element as Bounds) ?? formProblem(element.type, value));
}

/** The problems of the input blocks by block_id; empty when the modal may be submitted. */
export function inputProblems(blocks: Block[], values: StateValues): Record<string, string> {
  const inputs = blocks.filter((block) => block.type === 'input');
  const problems = inputs.map((block) => [block.block_id ?? '', inputProblem(block, values)] as const);
  return Object.fromEntries(problems.filter((entry): entry is [string, string] => entry[1] !== undefined));
}
