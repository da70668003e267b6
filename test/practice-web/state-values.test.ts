import { expect, test } from '@jest/globals';
import { gatherValues, isEmptyState } from '../../practice/web/block-kit/state-values.ts';
import { checkInputs } from '../../practice/web/modals/check-required.ts';

const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value });
const input = (block_id: string, element: Record<string, unknown>, more = {}) => ({
  type: 'input',
  block_id,
  element: { action_id: 'a', ...element },
  ...more,
});

test('every stateful element is in the values, whether touched or not', () => {
  const blocks = [
    input('text', { type: 'plain_text_input', initial_value: 'hi' }),
    input('empty', { type: 'plain_text_input' }),
    input('many', { type: 'multi_static_select', options: [option('x')] }),
    {
      type: 'actions',
      block_id: 'row',
      elements: [
        { type: 'button', action_id: 'b' },
        { type: 'static_select', action_id: 's', initial_option: option('x') },
        { type: 'overflow', action_id: 'o' },
      ],
    },
    { type: 'section', block_id: 'sec', accessory: { type: 'users_select', action_id: 'u' } },
  ];
  const edits = { empty: { a: { type: 'plain_text_input', value: 'typed' } }, gone: { a: { type: 'x' } } };
  expect(gatherValues(blocks, edits)).toEqual({
    text: { a: { type: 'plain_text_input', value: 'hi' } },
    empty: { a: { type: 'plain_text_input', value: 'typed' } },
    many: { a: { type: 'multi_static_select', selected_options: [] } },
    row: { s: { type: 'static_select', selected_option: option('x') } },
    sec: { u: { type: 'users_select', selected_user: null } },
  });
});

test('an edit of another kind of element is forgotten', () => {
  const blocks = [input('a', { type: 'datepicker', initial_date: '2026-11-22' })];
  const edits = { a: { a: { type: 'plain_text_input', value: 'old' } } };
  expect(gatherValues(blocks, edits)).toEqual({ a: { a: { type: 'datepicker', selected_date: '2026-11-22' } } });
});

test.each([
  [{ type: 'plain_text_input', value: null }, true],
  [{ type: 'plain_text_input', value: '  ' }, true],
  [{ type: 'plain_text_input', value: '0' }, false],
  [{ type: 'checkboxes', selected_options: [] }, true],
  [{ type: 'static_select', selected_option: null }, true],
  [{ type: 'static_select', selected_option: option('x') }, false],
  [{ type: 'datetimepicker', selected_date_time: 1_700_000_000 }, false],
  [undefined, true],
])('%j is empty: %s', (state, isEmpty) => {
  expect(isEmptyState(state)).toBe(isEmpty);
});

test.each([
  [{ type: 'plain_text_input' }, '', 'Please complete this required field.'],
  [{ type: 'plain_text_input', min_length: 3 }, 'ab', 'Please write at least 3 characters.'],
  [{ type: 'plain_text_input', max_length: 3 }, '👍👍👍👍', 'Please shorten this to 3 characters or fewer.'],
  [{ type: 'plain_text_input', max_length: 4 }, '👍👍👍👍', undefined],
  [{ type: 'url_text_input' }, 'acme.dev', 'Please enter a valid URL.'],
  [{ type: 'url_text_input' }, 'https://acme.dev', undefined],
  [{ type: 'email_text_input' }, 'ana@', 'Please enter a valid email address.'],
  [{ type: 'number_input', is_decimal_allowed: false }, '1.5', 'Please enter a whole number.'],
  [
    { type: 'number_input', is_decimal_allowed: true, max_value: '1' },
    '1.5',
    'Please enter a number no greater than 1.',
  ],
  [{ type: 'number_input' }, 'x', 'Please enter a valid number.'],
])('%j with %j says %j', (element, value, problem) => {
  const blocks = [input('b', element)];
  const values = gatherValues(blocks, { b: { a: { type: element.type, value: value || null } } });
  expect(checkInputs(blocks, values).b).toBe(problem);
});

test('an optional input may stay empty', () => {
  const blocks = [input('b', { type: 'plain_text_input', min_length: 3 }, { optional: true })];
  expect(checkInputs(blocks, gatherValues(blocks, {}))).toEqual({});
});

test('what stands inside of containers and cards is in the values, by the block whose id it carries', () => {
  const menu = { type: 'static_select', action_id: 's', initial_option: option('x') };
  const blocks = [
    {
      type: 'container',
      block_id: 'box',
      child_blocks: [{ type: 'section', block_id: 'inside', accessory: menu }],
    },
    { type: 'carousel', block_id: 'row', elements: [{ type: 'card', actions: [menu] }] },
  ];
  const chosen = { s: { type: 'static_select', selected_option: option('x') } };
  expect(gatherValues(blocks, {})).toEqual({ inside: chosen, row: chosen });
});
