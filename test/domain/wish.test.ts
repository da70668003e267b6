import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { wishKey } from '../../src/domain/wish.ts';

test.each([
  ['Export to CSV', 'export  to csv'],
  ['export to CSV', 'Export to CSV!'],
  ['dark-mode', 'Dark mode'],
  ['users can’t log in', "Users can't log in."],
  ['“Export” (CSV)', 'export csv'],
  ['ＥＸＰＯＲＴ', 'export'],
  ['Straße', 'STRASSE'],
  ['a, b', 'a b'],
])('“%s” and “%s” are the same wish', (one, other) => {
  expect(wishKey(one)).toBe(wishKey(other));
});

test.each([
  ['support for C++', 'support for C#'],
  ['support for C++', 'support for C'],
  ['export to CSV', 'import from CSV'],
  ['!!!', '???'],
  ['🎉', '🔥'],
  ['R&D', 'RD'],
])('“%s” and “%s” are two wishes', (one, other) => {
  expect(wishKey(one)).not.toBe(wishKey(other));
});

test('a wish with anything to read in it has a key, and the key is its own key', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (title) => {
      const key = wishKey(title);
      expect(wishKey(key)).toBe(key);
      if (/[\p{L}\p{N}]/u.test(title)) expect(key).not.toBe('');
    }),
  );
});
