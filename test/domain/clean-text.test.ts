import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cleanText } from '../../src/domain/text.ts';

/** Pieces that go wrong together. */
const piece = fc.constantFrom(
  ...['a', 'é', 'क', '्', 'م', '\u0301', '\u0327', '\u200c', '\u200d', '\u200b', '\ufeff', '\u202e', '\u2066', '\0'],
  ...[
    '\r',
    '\n',
    '\t',
    ' ',
    '\u00a0',
    '👩',
    '💻',
    '\ufe0f',
    '🏽',
    '🏴',
    '\u{e0067}',
    '\u{e007f}',
    '\ud83d',
    '\udc69',
    '\u2028',
  ],
);
const hostile = fc.oneof(
  fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 100 }),
  fc.array(fc.nat(0xffff), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
);

test('cleaning twice changes nothing more', () => {
  fc.assert(
    fc.property(hostile, (raw) => cleanText(cleanText(raw)) === cleanText(raw)),
    { numRuns: 2000 },
  );
});

test('nothing forbidden is left, whatever comes in', () => {
  fc.assert(
    fc.property(hostile, (raw) => {
      const text = cleanText(raw);
      expect(text).not.toMatch(/\p{Cs}/u);
      expect(text).not.toMatch(/(?![\n\t])\p{Cc}/u);
      expect(text).not.toMatch(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00ad\u3164]|\u034f/u);
      expect(text).not.toMatch(/\p{M}{5}/u);
      expect(text).not.toMatch(/\n\s*\n\s*\n/);
      expect(text).toBe(text.trim());
    }),
    { numRuns: 2000 },
  );
});

test('plain text of letters stays as it is', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'aZ9 é東ßकдעم,.!😀'), maxLength: 80 });
  fc.assert(fc.property(letters, (raw) => cleanText(raw) === raw.trim()));
});

test.each([
  ['a lone surrogate', 'a\ud83db', 'a\ufffdb'],
  ['NUL', 'ac\0me', 'acme'],
  ['an escape sequence', '\x1b[31mred', '[31mred'],
  ['a C1 control', 'a\x9bb', 'ab'],
  ['a tab inside', 'a\tb', 'a\tb'],
  ['CRLF', 'a\r\nb', 'a\nb'],
  ['CR alone', 'a\rb', 'a\nb'],
  ['a line separator', 'a\u2028b', 'a\nb'],
  ['a form feed', 'a\fb', 'a\nb'],
  ['a right-to-left override', 'a\u202efdp.exe', 'afdp.exe'],
  ['isolates', '\u2066a\u2069', 'a'],
  ['a zero-width space', 'ac\u200bme', 'acme'],
  ['a soft hyphen', 'ac\u00adme', 'acme'],
  ['a joiner in a Latin word', 'ac\u200dme', 'acme'],
  ['a non-joiner in a Latin word', 'ac\u200cme', 'acme'],
  ['a byte order mark', '\ufeffacme', 'acme'],
  ['a name of Hangul fillers', '\u3164\u3164', ''],
  ['invisible tag letters', 'a\u{e0061}\u{e0062}', 'a'],
  ['a noncharacter', 'a\uffffb', 'ab'],
  ['towers of marks', `a${'\u0301'.repeat(50)}b`, `a${'\u0301'.repeat(4)}b`],
  ['towers of marks over joiners', `क${'\u200d\u0301'.repeat(9)}`, 'क\u200d\u0301\u0301\u0301\u0301'],
  ['towers of marks over two joiners each', `क${'\u200d\u200d\u0301'.repeat(9)}`, 'क\u200d\u0301\u0301\u0301\u0301'],
  ['many joiners', 'م\u200c\u200c\u200c\u200dن', 'م\u200cن'],
  ['blank lines', 'a\n \n\t\n\n\nb', 'a\n\nb'],
  ['one blank line', 'a\n\nb', 'a\n\nb'],
  ['outer space', '\u00a0 a \n', 'a'],
])('%s is put right', (_, raw, expected) => {
  expect(cleanText(raw)).toBe(expected);
});

test.each([
  ['a Persian non-joiner', 'می‌خواهم'],
  ['a Persian non-joiner after a vowel mark', 'کتابِ‌من'],
  ['a Hindi joiner', 'क्‍ष'],
  ['a Bengali joiner', 'র‍্যাব'],
  ['a Sinhala joiner', 'ශ්‍රී'],
  ['a Malayalam joiner at the end of a word', 'അവന്‍ വന്നു'],
  ['a woman at a computer', '👩‍💻'],
  ['a darker woman with red hair', '👩🏽‍🦰'],
  ['a family', '👨‍👩‍👧‍👦'],
  ['a rainbow flag', '🏳️‍🌈'],
  ['a heart on fire', '❤️‍🔥'],
  ['a keycap', '1️⃣'],
  ['the flag of Scotland', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
  ['a flag of two letters', '🇩🇪'],
  ['Hebrew with points', 'שָׁלוֹם'],
  ['Vietnamese in parts', 'Tie\u0302\u0301ng Vie\u0323\u0302t'],
])('%s survives', (_, text) => {
  expect(cleanText(text)).toBe(text);
});

test.each([
  ['marks', '\u0301'],
  ['joiners', '\u200d'],
  ['joiners and marks', '\u200d\u0301'],
  ['blank lines', '\n '],
  ['flags that never end', '\u{1F3F4}\u{E0067}'],
  ['spaces', ' '],
])('a text of 200,000 %s is cleaned in linear time', (_, unit) => {
  const startedAt = performance.now();
  cleanText(`${unit.repeat(200_000)}x`);
  expect(performance.now() - startedAt).toBeLessThan(1500);
});
