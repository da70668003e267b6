import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dayOf } from '../../src/domain/day.ts';
import { NAMED_PERIODS } from '../../src/domain/report-asked.ts';
import { eachDay, lengthOf, reportDays } from '../../src/domain/report-days.ts';

const span = (first: string, last: string) => ({ first, last });

test.each([
  ['today', '2026-11-22', span('2026-11-22', '2026-11-22'), span('2026-11-21', '2026-11-21')],
  ['a Sunday’s week', '2026-11-22', span('2026-11-16', '2026-11-22'), span('2026-11-09', '2026-11-15')],
  ['a Monday’s week', '2026-11-23', span('2026-11-23', '2026-11-23'), span('2026-11-16', '2026-11-16')],
  ['a week over a year’s end', '2027-01-02', span('2026-12-28', '2027-01-02'), span('2026-12-21', '2026-12-26')],
  ['a month', '2026-11-22', span('2026-11-01', '2026-11-22'), span('2026-10-01', '2026-10-22')],
  ['a month after a shorter one', '2026-03-30', span('2026-03-01', '2026-03-30'), span('2026-02-01', '2026-02-28')],
  ['a month after a leap day', '2028-03-30', span('2028-03-01', '2028-03-30'), span('2028-02-01', '2028-02-29')],
  ['the first day of a year', '2027-01-01', span('2027-01-01', '2027-01-01'), span('2026-12-01', '2026-12-01')],
  ['a quarter', '2026-11-22', span('2026-10-01', '2026-11-22'), span('2026-07-01', '2026-08-22')],
  ['a quarter after a shorter one', '2026-06-30', span('2026-04-01', '2026-06-30'), span('2026-01-01', '2026-03-31')],
])('%s on %s', (what, today, days, before) => {
  const period = NAMED_PERIODS.find((name) => what.includes(name)) ?? 'month';
  const named = what === 'the first day of a year' ? 'month' : period;
  expect(reportDays(named, today)).toMatchObject({ days, before, isRunning: true });
});

test('days between two are compared with as many before them, and those to come are left out', () => {
  const asked = span('2026-11-02', '2026-11-08');
  const before = span('2026-10-26', '2026-11-01');
  expect(reportDays(asked, '2026-11-22')).toEqual({ days: asked, before, isRunning: false, goals: 'week' });
  expect(reportDays(asked, '2026-11-08')).toEqual({ days: asked, before, isRunning: true, goals: 'week' });
  expect(reportDays(asked, '2026-11-03')).toEqual({
    ...{ days: span('2026-11-02', '2026-11-03'), before: span('2026-10-31', '2026-11-01') },
    ...{ isRunning: true, goals: 'week' },
  });
  expect(reportDays(asked, '2026-11-01')).toBeUndefined();
});

test.each([
  ['2026-11-22', '2026-11-22', 'day'],
  ['2026-11-16', '2026-11-22', 'week'],
  ['2026-11-15', '2026-11-21', null],
  ['2028-02-01', '2028-02-29', 'month'],
  ['2028-02-01', '2028-02-28', null],
  ['2026-07-01', '2026-09-30', 'quarter'],
  ['2026-01-01', '2026-12-31', null],
])('%s to %s is looked at by the goals of a %s', (first, last, goals) => {
  expect(reportDays({ first, last }, '2029-01-01')?.goals).toBe(goals);
});

test('no period has a day twice, none reaches into the one before, and both are as long as each other where that can be', () => {
  const days = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((at) => dayOf(at, 'UTC'));
  fc.assert(
    fc.property(days, fc.constantFrom(...NAMED_PERIODS), (today, period) => {
      const told = reportDays(period, today);
      if (!told) return false;
      const all = [...eachDay(told.before), ...eachDay(told.days)];
      return (
        new Set(all).size === all.length &&
        all.join() === all.toSorted().join() &&
        told.days.last === today &&
        lengthOf(told.before) <= lengthOf(told.days) &&
        (lengthOf(told.before) === lengthOf(told.days) || ['month', 'quarter'].includes(period))
      );
    }),
  );
});
