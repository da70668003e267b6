import { expect, test } from '@jest/globals';
import { retryAfterMs } from '../../src/networks/http/retry-after.ts';

const now = new Date('2026-11-22T10:00:00Z');

test.each([
  ['0', 0],
  ['1', 1000],
  ['30', 30_000],
  [' 3600 ', 3_600_000],
  ['999999999', 86_400_000],
  ['Sun, 22 Nov 2026 10:00:30 GMT', 30_000],
  ['Sunday, 22-Nov-26 10:00:30 GMT', 30_000],
  ['Sun, 22 Nov 2026 09:00:00 GMT', 0],
  ['Sun, 22 Nov 2027 10:00:00 GMT', 86_400_000],
  ['soon', undefined],
  ['-5', undefined],
  ['1.5', undefined],
  ['2026', 2_026_000],
  ['Nov 22', undefined],
  ['', undefined],
  [undefined, undefined],
])('Retry-After "%s" asks to wait %s ms', (header, expected) => {
  expect(retryAfterMs(header, now)).toBe(expected);
});
