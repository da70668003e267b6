import type { Block, StateValues } from '../../wire.ts';
import { flag, num, type Obj, obj, str } from '../block-kit/read.ts';
import { isEmptyState } from '../block-kit/state-values.ts';

/** What Slack's own client refuses before it bothers the app: block_id -> the sentence under the input. */
export function checkInputs(blocks: Block[], values: StateValues): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const block of blocks) {
    const element = obj(block.element);
    if (block.type !== 'input' || !element) continue;
    const blockId = str(block.block_id);
    const state = values[blockId]?.[str(element.action_id)];
    const problem = isEmptyState(state)
      ? flag(block.optional)
        ? ''
        : 'Please complete this required field.'
      : checkValue(element, str(state?.value));
    if (problem) errors[blockId] = problem;
  }
  return errors;
}

function checkValue(element: Obj, value: string): string {
  switch (element.type) {
    case 'plain_text_input':
      return checkLength(element, value);
    case 'number_input':
      return checkNumber(element, value);
    case 'url_text_input':
      return /^https?:\/\/[^\s/]+\S*$/i.test(value) ? '' : 'Please enter a valid URL.';
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? '' : 'Please enter a valid email address.';
    default:
      return '';
  }
}

function checkLength(element: Obj, value: string): string {
  const length = [...value].length;
  const min = num(element.min_length) ?? 0;
  const max = num(element.max_length) ?? 3000;
  if (length < min) return `Please write at least ${min} ${min === 1 ? 'character' : 'characters'}.`;
  return length > max ? `Please shorten this to ${max} characters or fewer.` : '';
}

function checkNumber(element: Obj, value: string): string {
  const number = num(value);
  if (number === null) return 'Please enter a valid number.';
  if (!flag(element.is_decimal_allowed) && !Number.isInteger(number)) return 'Please enter a whole number.';
  const min = num(element.min_value);
  const max = num(element.max_value);
  if (min !== null && number < min) return `Please enter a number no less than ${min}.`;
  return max !== null && number > max ? `Please enter a number no greater than ${max}.` : '';
}
