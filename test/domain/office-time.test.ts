import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import {
  isOfficeTime,
  nextOfficeStart,
  type OfficeTeam,
  officeTimeAfter,
  officeTimeBetween,
} from '../../src/domain/office-time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const BERLIN = 'Europe/Berlin';
const WEEKDAYS = { days: [1, 2, 3, 4, 5], fromMinute: 9 * 60, toMinute: 18 * 60 };
const TEAM: OfficeTeam = { timezone: BERLIN, officeHours: WEEKDAYS, holidays: [] };

const at = (local: string, zone = BERLIN) => DateTime.fromISO(local, { zone }).toJSDate();

test.each([
  ['within a day', '2026-11-23T10:00', 4, '2026-11-23T14:00'],
  ['to the last minute of a day', '2026-11-23T10:00', 8, '2026-11-23T18:00'],
  ['over a night', '2026-11-23T16:00', 4, '2026-11-24T11:00'],
  ['from before the opening', '2026-11-23T06:00', 4, '2026-11-23T13:00'],
  ['from after the closing', '2026-11-23T18:00', 4, '2026-11-24T13:00'],
  ['over a weekend', '2026-11-27T16:00', 4, '2026-11-30T11:00'],
  ['from within a weekend', '2026-11-28T12:00', 1, '2026-11-30T10:00'],
  ['over several days', '2026-11-23T09:00', 20, '2026-11-25T11:00'],
  ['over the weekend clocks go forward', '2026-03-27T17:00', 2, '2026-03-30T10:00'],
  ['over the weekend clocks go back', '2026-10-23T17:00', 2, '2026-10-26T10:00'],
  ['none at all, by night', '2026-11-23T03:00', 0, '2026-11-23T03:00'],
])('office time runs %s', (_, from, hours, until) => {
  expect(officeTimeAfter(at(from), hours * HOUR, TEAM)).toEqual(at(until));
});

test.each([
  ['one holiday', ['2026-11-24'], '2026-11-23T17:00', '2026-11-25T10:00'],
  ['holidays around a weekend', ['2026-12-25', '2026-12-28'], '2026-12-24T17:00', '2026-12-29T10:00'],
  ['the year’s end', ['2026-12-31', '2027-01-01'], '2026-12-30T17:00', '2027-01-04T10:00'],
  ['a leap day', ['2028-02-29'], '2028-02-28T17:00', '2028-03-01T10:00'],
  ['no leap day', ['2027-02-28'], '2027-02-26T17:00', '2027-03-01T10:00'],
])('two hours step over %s', (_, holidays, from, until) => {
  expect(officeTimeAfter(at(from), 2 * HOUR, { ...TEAM, holidays })).toEqual(at(until));
});

test('two hundred holidays in a row are stepped over', () => {
  const first = at('2026-01-01T12:00');
  const holidays = Array.from({ length: 200 }, (_, day) =>
    DateTime.fromJSDate(first, { zone: BERLIN }).plus({ days: day }).toFormat('yyyy-MM-dd'),
  );
  expect(nextOfficeStart(first, { ...TEAM, holidays })).toEqual(at('2026-07-20T09:00'));
});

test('an hour that clocks skip does not count, and one they repeat counts twice', () => {
  const night = { days: [7], fromMinute: 60, toMinute: 4 * 60 };
  const team = { ...TEAM, officeHours: night };
  expect(officeTimeAfter(at('2026-03-29T01:00'), 2 * HOUR, team)).toEqual(at('2026-03-29T04:00'));
  expect(officeTimeAfter(at('2026-10-25T01:00'), 4 * HOUR, team)).toEqual(at('2026-10-25T04:00'));
});

test('a team without office hours is always at work, but not on a holiday', () => {
  const team = { timezone: BERLIN, holidays: ['2026-11-23'] };
  expect(officeTimeAfter(at('2026-11-22T23:00'), 2 * HOUR, team)).toEqual(at('2026-11-24T01:00'));
  expect(officeTimeAfter(at('2026-11-21T03:00'), 30 * HOUR, team)).toEqual(at('2026-11-22T09:00'));
});

test.each([
  ['days that never come', { ...WEEKDAYS, days: [] }],
  ['hours that end before they begin', { ...WEEKDAYS, fromMinute: 1200, toMinute: 600 }],
])('%s hold no timer', (_, officeHours) => {
  expect(nextOfficeStart(at('2026-11-22T03:00'), { ...TEAM, officeHours })).toEqual(at('2026-11-22T03:00'));
});

test('a zone that nobody knows is UTC', () => {
  const team = { ...TEAM, timezone: 'Mars/Olympus' };
  expect(nextOfficeStart(new Date('2026-11-23T03:00Z'), team)).toEqual(new Date('2026-11-23T09:00Z'));
});

const ZONES = [
  BERLIN,
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Pacific/Apia',
  'Asia/Kathmandu',
];
// Around changes of clocks both ways, the year's end, a leap day, and the day Samoa left out.
const MOMENTS = ['2026-03-29', '2026-10-25', '2018-11-04', '2018-02-18', '2026-10-04', '2026-04-05', '2026-03-08'];
const EDGES = [...MOMENTS, '2026-11-01', '2026-12-31', '2028-02-29', '2011-12-30'];

const someTeam = fc.record({
  timezone: fc.constantFrom(...ZONES),
  officeHours: fc.option(
    fc
      .record({
        days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
        fromMinute: fc.integer({ min: 0, max: 1439 }),
        length: fc.integer({ min: 20, max: 1440 }),
      })
      .map(({ days, fromMinute, length }) => ({ days, fromMinute, toMinute: Math.min(1440, fromMinute + length) })),
  ),
  holidays: fc.array(fc.constantFrom(...EDGES.flatMap(threeDays)), { maxLength: 4 }),
});
const someInstant = fc
  .record({ day: fc.constantFrom(...EDGES), minute: fc.integer({ min: -2 * 1440, max: 3 * 1440 }) })
  .map(({ day, minute }) => new Date(Date.parse(`${day}T00:00Z`) + minute * MINUTE));

function threeDays(day: string): string[] {
  return [-1, 0, 1].map((n) => new Date(Date.parse(day) + n * 24 * HOUR).toISOString().slice(0, 10));
}

/** The plain way to know: look at the wall clock. */
function looksOpen(instant: number, team: OfficeTeam): boolean {
  const local = DateTime.fromMillis(instant, { zone: team.timezone });
  if (team.holidays.includes(local.toISODate() ?? '')) return false;
  if (!team.officeHours) return true;
  const { days, fromMinute, toMinute } = team.officeHours;
  const minute = local.hour * 60 + local.minute;
  return days.includes(local.weekday) && minute >= fromMinute && minute < toMinute;
}

/** Counts minute by minute; undefined when it takes longer than anybody wants to count. */
function countMinutes(from: Date, minutes: number, team: OfficeTeam): Date | undefined {
  let left = minutes;
  for (let instant = +from; instant < +from + 5 * 24 * HOUR; instant += MINUTE) {
    if (left === 0) return new Date(instant);
    if (looksOpen(instant, team)) left -= 1;
  }
  return undefined;
}

test('office time passes as it does for somebody who counts minute by minute', () => {
  const minutes = fc.integer({ min: 0, max: 900 });
  fc.assert(
    fc.property(someTeam, someInstant, minutes, (team, from, wanted) => {
      const counted = countMinutes(from, wanted, team);
      fc.pre(counted !== undefined);
      expect(officeTimeAfter(from, wanted * MINUTE, team)).toEqual(counted);
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('the office next opens when somebody who looks every minute first sees it open', () => {
  fc.assert(
    fc.property(someTeam, someInstant, (team, from) => {
      const minute = Array.from({ length: 4 * 1440 }, (_, n) => n).find((n) => looksOpen(+from + n * MINUTE, team));
      fc.pre(minute !== undefined);
      expect(nextOfficeStart(from, team)).toEqual(new Date(+from + minute * MINUTE));
      expect(isOfficeTime(from, team)).toBe(minute === 0);
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('so much office time passes between two instants, over days, nights, weekends and the change of clocks', () => {
  const hours = (from: string, to: string, team = TEAM) => officeTimeBetween(at(from), at(to), team) / HOUR;
  expect(hours('2026-11-23T10:00', '2026-11-23T14:30')).toBe(4.5);
  expect(hours('2026-11-27T17:00', '2026-11-30T10:00')).toBe(2);
  expect(hours('2026-11-28T10:00', '2026-11-29T10:00')).toBe(0);
  expect(hours('2026-11-23T14:00', '2026-11-23T10:00')).toBe(0);
  const always = { timezone: BERLIN, holidays: [] };
  expect(hours('2026-03-28T12:00', '2026-03-29T12:00', always)).toBe(23);
  expect(hours('2026-10-24T12:00', '2026-10-25T12:00', always)).toBe(25);
  expect(hours('2026-11-22T23:00', '2026-11-24T01:00', { ...always, holidays: ['2026-11-23'] })).toBe(2);
});

test('what passes until office time has passed is that office time', () => {
  const instants = fc.date({ min: at('2026-01-01'), max: at('2029-01-01'), noInvalidDate: true });
  const durations = fc.integer({ min: 1, max: 40 * 24 * HOUR });
  fc.assert(
    fc.property(instants, durations, (from, ms) => {
      return officeTimeBetween(from, officeTimeAfter(from, ms, TEAM), TEAM) === ms;
    }),
  );
});
