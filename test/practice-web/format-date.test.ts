import { expect, test } from '@jest/globals';
import { formatAgo } from '../../practice/web/text/format-ago.ts';
import { formatSlackDate, ordinal } from '../../practice/web/text/format-date.ts';

const NOW = Date.parse('2026-11-22T15:00:00Z');
const seconds = (iso: string) => Date.parse(iso) / 1000;
const draw = (iso: string, format: string, hour12 = true) =>
  formatSlackDate(seconds(iso), format, { now: NOW, timeZone: 'Europe/Berlin', hour12 });

test.each([
  ['{date_num}', '2026-11-20'],
  ['{date_slash}', '11/20/2026'],
  ['{date}', 'November 20th'],
  ['{date_short}', 'Nov 20'],
  ['{date_long}', 'Friday, November 20th'],
  ['{date_long_full}', 'Friday, November 20th, 2026'],
  ['{time}', '9:05 AM'],
  ['{time_secs}', '9:05:07 AM'],
  ['{date_short_pretty} at {time}', 'Nov 20 at 9:05 AM'],
  ['on {date_num}, {ago}', 'on 2026-11-20, 2 days ago'],
  ['{date_num} {nonsense}', '2026-11-20 {nonsense}'],
])('draws %s', (format, drawn) => {
  expect(draw('2026-11-20T08:05:07Z', format)).toBe(drawn);
});

test.each([
  ['2026-11-22T01:00:00Z', 'today'],
  ['2026-11-21T22:30:00Z', 'yesterday'],
  ['2026-11-21T23:30:00Z', 'today'],
  ['2026-11-23T12:00:00Z', 'tomorrow'],
  ['2026-11-24T12:00:00Z', 'November 24th'],
])('names the day of %s in the zone of the reader', (iso, drawn) => {
  expect(draw(iso, '{date_pretty}')).toBe(drawn);
});

test('says the year of a day half a year away', () => {
  expect(draw('2025-02-01T12:00:00Z', '{date_short}')).toBe('Feb 1, 2025');
  expect(draw('2027-12-01T12:00:00Z', '{date_long_pretty}')).toBe('Wednesday, December 1st, 2027');
});

test('keeps to a clock of twenty-four hours', () => {
  expect(draw('2026-11-20T23:30:00Z', '{time}', false)).toBe('00:30');
  expect(draw('2026-11-20T08:05:00Z', '{time}', false)).toBe('09:05');
});

test('has nothing to draw without a date or a token', () => {
  expect(draw('2026-11-20T08:05:00Z', 'no token')).toBeNull();
  expect(formatSlackDate(Number.NaN, '{date}', { now: NOW })).toBeNull();
  expect(formatSlackDate(1e20, '{date}', { now: NOW })).toBeNull();
});

test.each([
  [0, 'just now'],
  [59, 'just now'],
  [60, '1 minute ago'],
  [8 * 60, '8 minutes ago'],
  [3_600, '1 hour ago'],
  [86_400 * 2, '2 days ago'],
  [86_400 * 8, '1 week ago'],
  [86_400 * 40, '1 month ago'],
  [86_400 * 800, '2 years ago'],
  [-30, 'in a moment'],
  [-7_200, 'in 2 hours'],
])('%d seconds ago is "%s"', (ago, words) => {
  expect(formatAgo(NOW - ago * 1000, NOW)).toBe(words);
});

test('counts days', () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 31].map(ordinal)).toEqual(
    '1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 23rd 31st'.split(' '),
  );
});
