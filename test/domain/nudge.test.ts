import { expect, test } from '@jest/globals';
import { nextNudge } from '../../src/domain/nudge.ts';

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
