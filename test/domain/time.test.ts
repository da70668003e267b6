import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  dayRange,
  formatAbsolute,
  formatDuration,
  parseDuration,
  parseOfficeHours,
  weekRange,
} from '../../src/domain/time.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const BERLIN = 'Europe/Berlin';

test.each([
  ['60s', MINUTE],
  ['30m', 30 * MINUTE],
  ['24h', DAY],
  ['7d', 7 * DAY],
  ['0m', 0],
  [' 5 m ', 5 * MINUTE],
])('%s lasts %d ms', (text, expected) => {
  expect(parseDuration(text)).toBe(expected);
});

test.each([
  '',
  '5',
  'm',
  '-5m',
  '1.5h',
  '1e3s',
  '5M',
  '5 minutes',
  '1h30m',
  '1w',
  '1234567s',
  '５m',
  '5m\n5m',
  '5constructor',
])('%j is no duration', (text) => {
  expect(parseDuration(text)).toBeUndefined();
});

test.each([
  [-5, 'a moment'],
  [0, 'a moment'],
  [999, 'a moment'],
  [SECOND, '1 second'],
  [59.9 * SECOND, '59 seconds'],
  [MINUTE, '1 minute'],
  [90 * SECOND, '1 minute'],
  [5 * MINUTE, '5 minutes'],
  [HOUR - 1, '59 minutes'],
  [HOUR, '1 hour'],
  [HOUR + 59 * SECOND, '1 hour'],
  [HOUR + MINUTE, '1 hour 1 minute'],
  [80 * MINUTE, '1 hour 20 minutes'],
  [2 * HOUR, '2 hours'],
  [DAY - 1, '23 hours 59 minutes'],
  [DAY, '1 day'],
  [35 * HOUR, '1 day'],
  [47 * HOUR, '2 days'],
  [14 * DAY, '14 days'],
])('%d ms read as %s', (ms, expected) => {
  expect(formatDuration(ms)).toBe(expected);
});

test('no duration reads as nought of something', () => {
  fc.assert(fc.property(fc.nat(), (ms) => /^(a moment|[1-9]\d* \w+( [1-9]\d* \w+)?)$/.test(formatDuration(ms))));
});

test.each([
  ['2026-11-23T08:00:00Z', BERLIN, 'Mon 23 Nov, 09:00 CET'],
  ['2026-07-23T08:00:00Z', BERLIN, 'Thu 23 Jul, 10:00 CEST'],
  ['2026-11-23T08:00:00Z', 'America/New_York', 'Mon 23 Nov, 03:00 EST'],
  ['2026-07-23T08:00:00Z', 'Europe/London', 'Thu 23 Jul, 09:00 BST'],
  ['2026-09-01T22:30:00Z', BERLIN, 'Wed 2 Sep, 00:30 CEST'],
  ['2026-11-23T08:00:00Z', 'Asia/Kolkata', 'Mon 23 Nov, 13:30 IST'],
  ['2026-11-23T08:00:00Z', 'Asia/Kathmandu', 'Mon 23 Nov, 13:45 UTC+05:45'],
  ['2026-11-23T08:00:00Z', 'UTC', 'Mon 23 Nov, 08:00 UTC'],
  ['2026-11-23T08:00:00Z', 'Mars/Olympus', 'Mon 23 Nov, 08:00 UTC'],
])('%s in %s is %s', (iso, zone, expected) => {
  expect(formatAbsolute(new Date(iso), zone)).toBe(expected);
});

test.each([
  ['an ordinary day', '2026-11-23T08:00:00Z', BERLIN, '2026-11-22T23:00:00Z', '2026-11-23T23:00:00Z'],
  ['the short day', '2026-03-29T10:00:00Z', BERLIN, '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
  ['the long day', '2026-10-25T10:00:00Z', BERLIN, '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
  ['its first moment', '2026-11-22T23:00:00Z', BERLIN, '2026-11-22T23:00:00Z', '2026-11-23T23:00:00Z'],
  ['its last moment', '2026-11-23T22:59:59.999Z', BERLIN, '2026-11-22T23:00:00Z', '2026-11-23T23:00:00Z'],
  [
    'a day without a midnight',
    '2018-11-04T12:00:00Z',
    'America/Sao_Paulo',
    '2018-11-04T03:00:00Z',
    '2018-11-05T02:00:00Z',
  ],
  ['another date than in UTC', '2026-11-23T20:00:00Z', 'Asia/Tokyo', '2026-11-23T15:00:00Z', '2026-11-24T15:00:00Z'],
])('%s runs from local midnight to the next', (_, now, zone, from, to) => {
  expect(dayRange(new Date(now), zone)).toEqual({ from: new Date(from), to: new Date(to) });
});

test.each([
  ['a Monday', '2026-11-23T08:00:00Z', '2026-11-22T23:00:00Z', '2026-11-29T23:00:00Z'],
  ['a Sunday', '2026-11-29T22:00:00Z', '2026-11-22T23:00:00Z', '2026-11-29T23:00:00Z'],
  ['the week clocks go forward', '2026-03-26T08:00:00Z', '2026-03-22T23:00:00Z', '2026-03-29T22:00:00Z'],
  ['the week clocks go back', '2026-10-21T08:00:00Z', '2026-10-18T22:00:00Z', '2026-10-25T23:00:00Z'],
  ['New Year', '2027-01-01T08:00:00Z', '2026-12-27T23:00:00Z', '2027-01-03T23:00:00Z'],
])('the week around %s starts on Monday', (_, now, from, to) => {
  expect(weekRange(new Date(now), BERLIN)).toEqual({ from: new Date(from), to: new Date(to) });
});

test('days follow each other without a gap, in every zone', () => {
  const zone = fc.constantFrom(
    BERLIN,
    'America/Sao_Paulo',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'Africa/Cairo',
    'UTC',
  );
  const instant = fc.date({ min: new Date('2005-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(instant, zone, (now, where) => {
      const { from, to } = dayRange(now, where);
      expect(from.getTime()).toBeLessThanOrEqual(now.getTime());
      expect(to.getTime()).toBeGreaterThan(now.getTime());
      expect(dayRange(to, where).from).toEqual(to);
    }),
  );
});

test.each([
  ['mon-fri 09:00-18:00', [1, 2, 3, 4, 5], 540, 1080],
  ['Mon-Fri 9:00-18:00', [1, 2, 3, 4, 5], 540, 1080],
  ['mon,wed,fri 08:30-12:00', [1, 3, 5], 510, 720],
  ['mon-thu,sat 00:00-24:00', [1, 2, 3, 4, 6], 0, 1440],
  ['sat-mon 10:00-11:00', [1, 6, 7], 600, 660],
  ['sun 10:00-11:00', [7], 600, 660],
  ['mon-wed,tue-fri 10:00-11:00', [1, 2, 3, 4, 5], 600, 660],
  ['mon–fri 09:00–18:00', [1, 2, 3, 4, 5], 540, 1080],
])('%s is understood', (text, days, fromMinute, toMinute) => {
  expect(parseOfficeHours(text)).toEqual({ days, fromMinute, toMinute });
});

test.each([
  '',
  'mon-fri',
  '09:00-18:00',
  'mon-fri 18:00-09:00',
  'mon-fri 09:00-09:00',
  'mon-fri 09:00-24:01',
  'mon-fri 09:60-18:00',
  'mon-fri 9-18',
  'mon-fri-sun 09:00-18:00',
  'mon- 09:00-18:00',
  'mon,,tue 09:00-18:00',
  'monday 09:00-18:00',
  'mon-fri 09:00-18:00 CET',
])('%j are no office hours', (text) => {
  expect(parseOfficeHours(text)).toBeUndefined();
});
