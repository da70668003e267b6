import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import type { OfficeTeam } from '../../src/domain/office-time.ts';
import { daysBefore, nextDueAt, type Timing } from '../../src/domain/schedule.ts';

const BERLIN: OfficeTeam = { timezone: 'Europe/Berlin', holidays: [] };
const brief = (atMinute: number): Timing => ({ kind: 'brief', atMinute, weekday: null });
const weekly = (atMinute: number, weekday: number): Timing => ({ kind: 'sentiment_weekly', atMinute, weekday });

/** The next so many times, as the wall shows them. */
function nextTimes(timing: Timing, from: string, team: OfficeTeam, count: number): string[] {
  const times: string[] = [];
  let now = new Date(from);
  for (let n = 0; n < count; n++) {
    now = nextDueAt(timing, now, team);
    times.push(DateTime.fromJSDate(now, { zone: team.timezone }).toFormat('yyyy-MM-dd HH:mm ZZ'));
  }
  return times;
}

test('a time that the clocks skip in spring is kept at the first that there is, and the next day at its own', () => {
  expect(nextTimes(brief(150), '2026-03-28T12:00:00Z', BERLIN, 2)).toEqual([
    '2026-03-29 03:00 +02:00',
    '2026-03-30 02:30 +02:00',
  ]);
});

test('a time that the clocks show twice in autumn is kept once, the first time', () => {
  expect(nextTimes(brief(150), '2026-10-24T12:00:00Z', BERLIN, 2)).toEqual([
    '2026-10-25 02:30 +02:00',
    '2026-10-26 02:30 +01:00',
  ]);
});

test('a day that begins at one o’clock begins there', () => {
  const beirut = { timezone: 'Asia/Beirut', holidays: [] };
  expect(nextTimes(brief(30), '2026-03-28T12:00:00Z', beirut, 1)).toEqual(['2026-03-29 01:00 +03:00']);
});

test('the same hour stands on the wall before and after the clocks change', () => {
  const newYork = { timezone: 'America/New_York', holidays: [] };
  expect(nextTimes(brief(540), '2026-03-07T12:00:00Z', newYork, 3)).toEqual([
    '2026-03-07 09:00 -05:00',
    '2026-03-08 09:00 -04:00',
    '2026-03-09 09:00 -04:00',
  ]);
});

test('the leap day is a day', () => {
  expect(nextTimes(brief(540), '2028-02-28T12:00:00Z', BERLIN, 2)).toEqual([
    '2028-02-29 09:00 +01:00',
    '2028-03-01 09:00 +01:00',
  ]);
});

test('a weekly summary keeps its weekday, also when that is a holiday or the office is closed', () => {
  const team = {
    timezone: 'Europe/Berlin',
    officeHours: { days: [2, 3], fromMinute: 540, toMinute: 1080 },
    holidays: ['2026-11-30'],
  };
  expect(nextTimes(weekly(540, 1), '2026-11-23T08:00:00Z', team, 2)).toEqual([
    '2026-11-30 09:00 +01:00',
    '2026-12-07 09:00 +01:00',
  ]);
});

test('a daily summary comes on office days that are no holidays; without office hours every day', () => {
  const hours = { days: [1, 2, 3, 4, 5], fromMinute: 540, toMinute: 1080 };
  const team = { timezone: 'UTC', officeHours: hours, holidays: ['2026-12-25'] };
  expect(nextTimes(brief(540), '2026-12-24T10:00:00Z', team, 2)).toEqual([
    '2026-12-28 09:00 +00:00',
    '2026-12-29 09:00 +00:00',
  ]);
  const open = { timezone: 'UTC', officeHours: null, holidays: ['2026-12-25'] };
  expect(nextTimes(brief(540), '2026-12-24T10:00:00Z', open, 1)).toEqual(['2026-12-26 09:00 +00:00']);
});

test('due at this very moment means the next time, so that one moment never counts twice', () => {
  expect(nextTimes(brief(540), '2026-11-23T08:00:00Z', BERLIN, 1)).toEqual(['2026-11-24 09:00 +01:00']);
});

test('an unknown zone counts as UTC, and a team that is never at work still gets its summary', () => {
  expect(nextDueAt(brief(540), new Date('2026-11-23T08:00:00Z'), { timezone: 'No/Where', holidays: [] })).toEqual(
    new Date('2026-11-23T09:00:00Z'),
  );
  const holidays = Array.from({ length: 800 }, (_, n) =>
    DateTime.fromISO('2026-11-01').plus({ days: n }).toFormat('yyyy-MM-dd'),
  );
  const due = nextDueAt(brief(540), new Date('2026-11-23T08:00:00Z'), { timezone: 'UTC', holidays });
  expect(due).toEqual(new Date('2026-11-24T09:00:00Z'));
});

const anyInstant = fc.date({ min: new Date('2020-01-01'), max: new Date('2032-01-01'), noInvalidDate: true });
const anyZone = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Africa/Cairo',
  'Asia/Beirut',
  'America/Santiago',
);

test('whatever the zone and the time, it comes once a local day, never in the past, at the time or in the gap after it', () => {
  fc.assert(
    fc.property(anyInstant, anyZone, fc.integer({ min: 0, max: 1439 }), (from, timezone, atMinute) => {
      const team = { timezone, holidays: [] };
      const days: string[] = [];
      let now = from;
      for (let n = 0; n < 5; n++) {
        const due = nextDueAt(brief(atMinute), now, team);
        expect(+due).toBeGreaterThan(+now);
        const local = DateTime.fromJSDate(due, { zone: timezone });
        const minute = local.hour * 60 + local.minute;
        const skipped = local.offset !== local.minus({ minutes: 1 }).offset && minute > atMinute;
        expect({ minute, skipped }).toEqual({ minute: skipped ? minute : atMinute, skipped });
        days.push(local.toFormat('yyyy-MM-dd'));
        now = due;
      }
      const [first = ''] = days;
      const inARow = Array.from({ length: 5 }, (_, n) =>
        DateTime.fromISO(first, { zone: 'utc' }).plus({ days: n }).toFormat('yyyy-MM-dd'),
      );
      expect(days).toEqual(inARow);
    }),
  );
});

test('so many days before is the same hour on the wall', () => {
  expect(daysBefore(new Date('2026-03-30T07:00:00Z'), 1, 'Europe/Berlin')).toEqual(new Date('2026-03-29T07:00:00Z'));
  expect(daysBefore(new Date('2026-03-29T07:00:00Z'), 1, 'Europe/Berlin')).toEqual(new Date('2026-03-28T08:00:00Z'));
});
