import { expect, test } from '@jest/globals';
import { baseEmoji, choiceOf } from '../../src/domain/emoji.ts';

test.each([
  ['+1', '+1'],
  ['thumbsup', '+1'],
  ['thumbsup::skin-tone-6', '+1'],
  ['+1::skin-tone-2', '+1'],
  ['thumbsdown', '-1'],
  ['raised_hand::skin-tone-3', 'hand'],
  ['handshake::skin-tone-2::skin-tone-5', 'handshake'],
  [':eyes:', 'eyes'],
  ['porchlight', 'porchlight'],
  ['skin-tone-2', 'skin-tone-2'],
  ['constructor', 'constructor'],
])('the reaction %s counts as %s', (name, expected) => {
  expect(baseEmoji(name)).toBe(expected);
});

test.each([
  ['white_check_mark', 'approve'],
  ['octagonal_sign', 'object'],
  ['+1', undefined],
  ['thumbsup', undefined],
  ['-1', undefined],
  ['heavy_check_mark', undefined],
  ['ballot_box_with_check', undefined],
  ['x', undefined],
  ['stop_sign', undefined],
  ['white_check_mark_2', undefined],
  ['no_entry', undefined],
  ['', undefined],
])('the reaction %s votes %s', (name, expected) => {
  expect(choiceOf(name)).toBe(expected);
});
