import { expect, test } from '@jest/globals';
import { dayOf, endOfDay, formatDay, formatMonth } from '../../src/domain/day.ts';

const NOW = new Date('2026-11-23T23:30:00Z');

test.each([
  ['UTC', '2026-11-23'],
  ['Europe/Berlin', '2026-11-24'],
  ['America/New_York', '2026-11-23'],
  ['Nowhere/At_All', '2026-11-23'],
])('in %s it is %s', (zone, day) => {
  expect(dayOf(NOW, zone)).toBe(day);
});

test.each([
  ['2026-11-27', 'UTC', '2026-11-28T00:00:00.000Z'],
  ['2026-11-27', 'Europe/Berlin', '2026-11-27T23:00:00.000Z'],
  ['2026-10-25', 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
  ['2026-03-29', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
  ['2026-12-31', 'America/New_York', '2027-01-01T05:00:00.000Z'],
  // Midnight does not exist there on the day after: the clocks go from 23:59 to 01:00.
  ['2026-09-05', 'America/Santiago', '2026-09-06T04:00:00.000Z'],
  ['2026-11-27', 'Nowhere/At_All', '2026-11-28T00:00:00.000Z'],
])('%s in %s is over at %s', (day, zone, end) => {
  expect(endOfDay(day, zone)?.toISOString()).toBe(end);
});

test.each(['', 'tomorrow', '2026-02-30', '2026-1-1', '2026-11-27T00:00', '99999-01-01', '<!here>'])(
  '“%s” is no day',
  (text) => {
    expect(endOfDay(text, 'UTC')).toBeUndefined();
    expect(formatDay(text, NOW, 'UTC')).toBe(text);
  },
);

test('a day and a month are told with their year only when it is another', () => {
  expect(formatDay('2026-11-27', NOW, 'UTC')).toBe('Fri 27 Nov');
  expect(formatDay('2027-01-04', NOW, 'UTC')).toBe('Mon 4 Jan 2027');
  expect(formatMonth(new Date('2026-06-30T23:00:00Z'), NOW, 'UTC')).toBe('June');
  expect(formatMonth(new Date('2026-06-30T23:00:00Z'), NOW, 'Europe/Berlin')).toBe('July');
  expect(formatMonth(new Date('2025-06-30T12:00:00Z'), NOW, 'UTC')).toBe('June 2025');
});
