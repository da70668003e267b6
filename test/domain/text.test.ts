import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clip, clipEscaped, clipForEscaping, countChars, escapeMrkdwn, textHash } from '../../src/domain/text.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 200 });
const markup = fc.string({
  unit: fc.constantFrom('&', '<', '>', 'a', ' ', '👩‍💻', 'e\u0301', '!channel'),
  maxLength: 80,
});
const emoji = '👩‍👩‍👧‍👦';

test.each([
  ['<!channel> & <https://a.test|b>', '&lt;!channel&gt; &amp; &lt;https://a.test|b&gt;'],
  ['&amp;', '&amp;amp;'],
  [`"it's" *bold*`, `"it's" *bold*`],
])('of %s only the three characters are escaped', (text, expected) => {
  expect(escapeMrkdwn(text)).toBe(expected);
});

test('escaping can be undone, so nothing is lost', () => {
  const undo = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  fc.assert(fc.property(fc.oneof(anyText, markup), (text) => undo(escapeMrkdwn(text)) === text));
});

test('escaped text is never longer than asked, and never holds half an entity', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, markup), fc.nat(60), (text, max) => {
      const clipped = clipEscaped(text, max);
      expect(clipped.length).toBeLessThanOrEqual(max);
      expect(clipped.replace(/&(amp|lt|gt);/g, '')).not.toMatch(/[&<>]/);
    }),
  );
});

test('what fits is not touched', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, markup), (text) => clipEscaped(text, text.length * 5) === escapeMrkdwn(text)),
  );
});

test.each([
  ['&&&&', 11, '&amp;&amp;…'],
  ['&&&&', 20, '&amp;&amp;&amp;&amp;'],
  ['abcdef', 4, 'abc…'],
  ['abc def', 5, 'abc…'],
  [`a${emoji}b`, 5, 'a…'],
  [`a${emoji}b`, 13, `a${emoji}b`],
  ['a\u0301\u0302\u0303', 2, '…'],
  ['abc', 1, '…'],
  ['abc', 0, ''],
  ['', 0, ''],
])('%j clipped to %d escaped units is %j', (text, max, expected) => {
  expect(clipEscaped(text, max)).toBe(expected);
});

test('text for a plain element is clipped as if it were escaped, but is not', () => {
  expect(clipForEscaping('<<<<', 9)).toBe('<<…');
});

test.each([
  ['abcdef', 6, 'abcdef'],
  ['abcdef', 5, 'abcd…'],
  ['𝒜𝒷𝒸𝒹', 4, '𝒜𝒷𝒸𝒹'],
  ['𝒜𝒷𝒸𝒹', 3, '𝒜𝒷…'],
  [`hi ${emoji}`, 6, 'hi…'],
  ['&&&', 3, '&&&'],
])('%j clipped to %d characters is %j', (text, max, expected) => {
  expect(clip(text, max)).toBe(expected);
});

test('clipped text counts no more than asked', () => {
  fc.assert(fc.property(anyText, fc.nat(60), (text, max) => countChars(clip(text, max)) <= max));
});

test.each([
  ['', 0],
  ['abc', 3],
  ['𝒜é', 2],
  ['e\u0301', 2],
  [emoji, 7],
])('%j has %d code points', (text, expected) => {
  expect(countChars(text)).toBe(expected);
});

test('the hash is sha256 of the UTF-8 bytes', () => {
  expect(textHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(textHash('é')).toBe('4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c');
});
