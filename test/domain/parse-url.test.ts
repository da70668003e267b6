import { expect, test } from '@jest/globals';
import { parseUrl } from '../../src/domain/parse-url.ts';

test.each([
  ['https://acme.dev/a', undefined, 'https://acme.dev/a'],
  ['b', 'https://acme.dev/a/', 'https://acme.dev/a/b'],
  ['b', undefined, undefined],
  ['https://[::1', undefined, undefined],
])('%s on %s spells %s', (text, base, expected) => {
  expect(parseUrl(text, base)?.href).toBe(expected);
});

test('a host outside ASCII is still understood after it was asked often', () => {
  const answers = Array.from({ length: 50_000 }, () => parseUrl('https://bücher.test/')?.host);
  expect(new Set(answers)).toEqual(new Set(['xn--bcher-kva.test']));
});
