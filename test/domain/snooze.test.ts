import { expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import { snoozeTimes, snoozeUntil } from '../../src/domain/snooze.ts';

const BERLIN = 'Europe/Berlin';
const OFFICE = { days: [1, 2, 3, 4, 5], fromMinute: 9 * 60, toMinute: 18 * 60 };
const at = (local: string) => DateTime.fromISO(local, { zone: BERLIN }).toJSDate();

test.each([
  ['on a Monday morning', [], '2026-11-23T10:00', '2026-11-23T11:00', '2026-11-24T09:00', '2026-11-30T09:00'],
  ['near the end of the day', [], '2026-11-23T17:30', '2026-11-24T09:00', '2026-11-24T09:00', '2026-11-30T09:00'],
  ['on a Friday evening', [], '2026-11-27T19:00', '2026-11-30T09:00', '2026-11-30T09:00', '2026-11-30T09:00'],
  ['before a holiday', ['2026-11-24'], '2026-11-23T10:00', '2026-11-23T11:00', '2026-11-25T09:00', '2026-11-30T09:00'],
  [
    'before a holiday on a Monday',
    ['2026-11-30'],
    '2026-11-27T10:00',
    '2026-11-27T11:00',
    '2026-12-01T09:00',
    '2026-12-01T09:00',
  ],
  ['before clocks go back', [], '2026-10-23T10:00', '2026-10-23T11:00', '2026-10-26T09:00', '2026-10-26T09:00'],
])('the usual times %s lie within office hours', (_, holidays, now, hour, tomorrow, monday) => {
  const team = { timezone: BERLIN, officeHours: OFFICE, holidays };
  expect(snoozeTimes(at(now), team)).toEqual({ hour: at(hour), tomorrow: at(tomorrow), monday: at(monday) });
});

test('a team without office hours has its mornings at nine', () => {
  const team = { timezone: BERLIN, holidays: ['2026-11-25'] };
  expect(snoozeTimes(at('2026-11-24T22:30'), team)).toEqual({
    hour: at('2026-11-24T23:30'),
    tomorrow: at('2026-11-26T09:00'),
    monday: at('2026-11-30T09:00'),
  });
});

const TEAM = { timezone: BERLIN, officeHours: OFFICE, holidays: [] };
const NOW = at('2026-11-23T10:00');

test('a time of one’s own is taken as it is, also by night', () => {
  const wanted = at('2026-11-24T03:00');
  expect(snoozeUntil({ choice: 'own', at: wanted }, NOW, TEAM)).toEqual(wanted);
});

test.each([
  ['none', undefined],
  ['now', NOW],
  ['the past', at('2026-11-22T10:00')],
  ['two years ahead', at('2028-11-23T10:00')],
  ['no time at all', new Date(Number.NaN)],
])('a time of one’s own that is %s is refused', (_, wanted) => {
  expect(snoozeUntil({ choice: 'own', at: wanted }, NOW, TEAM)).toEqual({ refusal: 'bad_time' });
});

test('another choice is followed whatever stands in the field for one’s own time', () => {
  expect(snoozeUntil({ choice: 'hour', at: at('2026-11-22T10:00') }, NOW, TEAM)).toEqual(at('2026-11-23T11:00'));
  expect(snoozeUntil({ choice: 'reply', at: at('2026-12-22T10:00') }, NOW, TEAM)).toBeNull();
});
