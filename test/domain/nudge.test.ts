import { expect, test } from '@jest/globals';
import { nextNudge, overdueSince } from '../../src/domain/nudge.ts';

const TEAM = {
  timezone: 'UTC',
  officeHours: { days: [1, 2, 3, 4, 5], fromMinute: 9 * 60, toMinute: 18 * 60 },
  holidays: [],
};
const at = (text: string) => new Date(`2026-11-${text}:00Z`);

test.each([
  ['a claim', [['claim', '23T10:00']], '23T14:00', false],
  ['a claim late in the day', [['claim', '23T16:00']], '24T11:00', false],
  [
    'a reminder',
    [
      ['nudge', '23T14:00'],
      ['claim', '23T10:00'],
    ],
    '24T13:00',
    true,
  ],
  [
    'a call for help after both',
    [
      ['escalate', '25T10:00'],
      ['nudge', '24T13:00'],
      ['nudge', '23T14:00'],
    ],
    '25T14:00',
    false,
  ],
] as const)('after %s a reminder is due in its time', (_, record, dueAt, isSecond) => {
  const lines = record.map(([act, time]) => ({ act, at: at(time) }));
  expect(nextNudge(lines, TEAM)).toEqual({ dueAt: at(dueAt), isSecond });
});

test.each([
  ['both reminders', ['nudge', 'nudge', 'claim']],
  ['nothing', []],
  ['reminders alone', ['nudge']],
])('after %s none is due', (_, acts) => {
  expect(
    nextNudge(
      acts.map((act) => ({ act, at: at('23T10:00') })),
      TEAM,
    ),
  ).toBeUndefined();
});

const toTheSecond = (instant: Date) => new Date(Math.ceil(+instant / 1_000) * 1_000);

test.each([
  ['in the middle of a day', '25T15:00', '25T11:00'],
  ['early on a day', '25T10:00', '24T15:00'],
  ['before the office opens', '25T07:00', '24T14:00'],
  ['in the evening', '25T22:00', '25T14:00'],
  ['on a Monday morning, over the weekend', '30T10:00', '27T15:00'],
  ['on a Sunday', '29T12:00', '27T14:00'],
])('what last happened four office hours ago is overdue: %s', (_, now, since) => {
  expect(toTheSecond(overdueSince(at(now), TEAM))).toEqual(at(since));
});

test('a holiday makes nothing overdue, and without office hours every hour counts', () => {
  expect(toTheSecond(overdueSince(at('25T10:00'), { ...TEAM, holidays: ['2026-11-24'] }))).toEqual(at('23T15:00'));
  expect(toTheSecond(overdueSince(at('29T12:00'), { ...TEAM, officeHours: null }))).toEqual(at('29T08:00'));
});

test('office hours are those of the team’s zone, also on the day after the clocks changed', () => {
  const berlin = { ...TEAM, timezone: 'Europe/Berlin' };
  expect(toTheSecond(overdueSince(new Date('2026-10-26T09:00:00Z'), berlin))).toEqual(new Date('2026-10-23T13:00:00Z'));
});
