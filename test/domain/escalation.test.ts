import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ESCALATION_LEVELS, type EscalationLevel } from '../../src/domain/card.ts';
import { type Climb, climbUp, dueRungs, ladderOf, nextTurn, rungKind } from '../../src/domain/escalation.ts';
import type { OfficeTeam } from '../../src/domain/office-time.ts';
import { parseOfficeHours } from '../../src/domain/time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ALWAYS: OfficeTeam = { timezone: 'UTC', holidays: [] };
const WEEKDAYS = parseOfficeHours('mon-fri 09:00-18:00');
const MONDAY = new Date('2026-11-23T09:00:00Z');
const FALLBACK = 'C0FALL';

const STEPS = [
  { to: 'C0HELP', afterMs: 0 },
  { to: 'U0DANA', afterMs: 30 * MINUTE },
  { to: 'S0LEADS', afterMs: 2 * HOUR },
];

function aClimb(facts: Partial<Climb> = {}): Climb {
  const nobody = { acknowledgedBy: null, closedAt: null };
  return { level: 'help', at: MONDAY, rung: -1, ladder: ladderOf(STEPS, FALLBACK), ...nobody, ...facts };
}

const later = (ms: number) => new Date(+MONDAY + ms);

describe('which rungs are due', () => {
  test.each<[EscalationLevel, number, number, number[]]>([
    ['help', -1, 0, [0]],
    ['urgent', -1, 0, [0, 1]],
    ['crisis', -1, 0, [0, 1, 2]],
    ['help', 0, 30 * MINUTE - 1, []],
    ['help', 0, 30 * MINUTE, [1]],
    ['help', 0, 2 * HOUR, [1, 2]],
    ['help', 1, 2 * HOUR - 1, []],
    ['help', 1, 2 * HOUR, [2]],
    ['urgent', 1, 2 * HOUR, [2]],
    ['help', 2, 9 * HOUR, []],
  ])('of %s at rung %i after %i ms: %j', (level, rung, ms, due) => {
    expect(dueRungs(aClimb({ level, rung }), later(ms), ALWAYS)).toEqual(due);
  });

  test.each<Partial<Climb>>([{ acknowledgedBy: 'U0CHI' }, { closedAt: MONDAY }])('none once there is %j', (facts) => {
    const climb = aClimb({ rung: 0, ...facts });
    expect(dueRungs(climb, later(9 * HOUR), ALWAYS)).toEqual([]);
    expect(nextTurn(climb, ALWAYS)).toBeNull();
  });

  test('an urgent call on a ladder of one rung calls that one', () => {
    const climb = aClimb({ level: 'urgent', ladder: ladderOf(STEPS.slice(0, 1), FALLBACK) });
    expect(dueRungs(climb, MONDAY, ALWAYS)).toEqual([0]);
  });

  test('the first rung is called at once whatever its time, and no rung before the one below', () => {
    const ladder = ladderOf(
      [
        { to: 'C0HELP', afterMs: HOUR },
        { to: 'U0DANA', afterMs: 10 * MINUTE },
        { to: 'U0ANA', afterMs: 0 },
      ],
      FALLBACK,
    );
    expect(dueRungs(aClimb({ ladder }), MONDAY, ALWAYS)).toEqual([0]);
    expect(nextTurn(aClimb({ ladder, rung: 0 }), ALWAYS)).toEqual(later(HOUR));
    expect(dueRungs(aClimb({ ladder, rung: 0 }), later(HOUR), ALWAYS)).toEqual([1, 2]);
  });
});

describe('the ladder waits while the office is closed', () => {
  const berlin = (holidays: string[] = []): OfficeTeam => ({
    timezone: 'Europe/Berlin',
    officeHours: WEEKDAYS,
    holidays,
  });
  const newYork: OfficeTeam = {
    timezone: 'America/New_York',
    officeHours: parseOfficeHours('mon-sun 00:00-24:00'),
    holidays: [],
  };
  test.each<[string, EscalationLevel, string, OfficeTeam, string]>([
    ['over night', 'help', '2026-11-23T16:50:00Z', berlin(), '2026-11-24T08:20:00Z'],
    ['over a weekend', 'help', '2026-11-27T20:00:00Z', berlin(), '2026-11-30T08:30:00Z'],
    ['over a holiday', 'help', '2026-11-23T20:00:00Z', berlin(['2026-11-24']), '2026-11-25T08:30:00Z'],
    ['over the year’s end', 'help', '2026-12-31T16:45:00Z', berlin(['2027-01-01']), '2027-01-04T08:15:00Z'],
    ['over the night that loses an hour', 'help', '2026-03-27T16:50:00Z', berlin(), '2026-03-30T07:20:00Z'],
    ['over the night that gains an hour', 'help', '2026-10-23T15:50:00Z', berlin(), '2026-10-26T08:20:00Z'],
    ['in the very hour that is gone', 'help', '2026-03-08T06:45:00Z', newYork, '2026-03-08T07:15:00Z'],
    ['but a crisis does not', 'crisis', '2026-11-27T20:00:00Z', berlin(), '2026-11-27T20:00:00Z'],
    [
      'and neither do the first two of an urgent call',
      'urgent',
      '2026-11-27T20:00:00Z',
      berlin(),
      '2026-11-27T20:00:00Z',
    ],
  ])('%s (%s from %s)', (_, level, from, team, turn) => {
    const climb = aClimb({ level, at: new Date(from), rung: 0 });
    expect(nextTurn(climb, team)).toEqual(new Date(turn));
    expect(dueRungs(climb, new Date(+new Date(turn) - 1), team)).toEqual([]);
    expect(dueRungs(climb, new Date(turn), team)[0]).toBe(1);
  });
});

describe('climbing', () => {
  const full = { empty: new Set<string>(), fallback: FALLBACK };

  test('calls whose turn it is and remembers when', () => {
    const { climb, turns } = climbUp(aClimb({ rung: 0 }), later(31 * MINUTE), ALWAYS, full);
    expect(turns).toMatchObject([{ to: 'U0DANA', calledAt: later(31 * MINUTE), isEmpty: false }]);
    expect(climb).toMatchObject({ rung: 1, ladder: [{}, turns[0] ?? {}, { calledAt: null }] });
    expect(nextTurn(climb, ALWAYS)).toEqual(later(2 * HOUR));
  });

  test('passes over a user group without members and leaves the next rung its time', () => {
    const ladder = ladderOf([...STEPS, { to: 'U0ANA', afterMs: 4 * HOUR }], FALLBACK).map((one, n) =>
      n < 2 ? { ...one, calledAt: MONDAY } : one,
    );
    const empty = new Set(['S0LEADS']);
    const { climb, turns } = climbUp(aClimb({ rung: 1, ladder }), later(2 * HOUR), ALWAYS, { ...full, empty });
    expect(turns).toMatchObject([{ to: 'S0LEADS', calledAt: null, isEmpty: true }]);
    expect(nextTurn(climb, ALWAYS)).toEqual(later(4 * HOUR));
  });

  test('goes on at once when the beginning reached nobody, at last to the fallback', () => {
    const steps = [
      { to: 'S0LEADS', afterMs: 0 },
      { to: 'S0OTHERS', afterMs: HOUR },
    ];
    const start = aClimb({ ladder: ladderOf(steps, FALLBACK) });
    const one = climbUp(start, MONDAY, ALWAYS, { ...full, empty: new Set(['S0LEADS']) });
    expect(one.turns.map(({ to, isEmpty }) => [to, isEmpty])).toEqual([
      ['S0LEADS', true],
      ['S0OTHERS', false],
    ]);
    const none = climbUp(start, MONDAY, ALWAYS, { ...full, empty: new Set(['S0LEADS', 'S0OTHERS']) });
    expect(none.turns.map(({ to }) => to)).toEqual(['S0LEADS', 'S0OTHERS', FALLBACK]);
    expect(nextTurn(none.climb, ALWAYS)).toBeNull();
  });

  test('however often and whenever it is asked, everybody is called once and in order', () => {
    const anyStep = fc.record({
      to: fc.constantFrom('C1', 'C2', 'U1', 'U2', 'S1', 'S2'),
      afterMs: fc.integer({ min: 0, max: 300 }).map((minutes) => minutes * MINUTE),
    });
    const any = fc.record({
      level: fc.constantFrom(...ESCALATION_LEVELS),
      steps: fc.array(anyStep, { maxLength: 6 }),
      empty: fc.subarray(['S1', 'S2']),
      looks: fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 12 }),
    });
    fc.assert(
      fc.property(any, ({ level, steps, empty, looks }) => {
        const fallback = steps.some(({ to }) => to === 'C1') ? 'C9' : 'C1';
        const options = { empty: new Set(empty), fallback };
        let climb = aClimb({ level, ladder: ladderOf(steps, fallback) });
        const called: string[] = [];
        for (const minutes of [0, ...looks.sort((a, b) => a - b), 400]) {
          const next = climbUp(climb, later(minutes * MINUTE), ALWAYS, options);
          climb = next.climb;
          called.push(...next.turns.flatMap(({ to, calledAt }) => (calledAt ? [to] : [])));
          expect(called.length).toBeGreaterThan(0);
        }
        const wanted = [...new Set(steps.map(({ to }) => to))].filter((to) => !empty.includes(to));
        expect(called).toEqual(wanted.length > 0 ? wanted : [fallback]);
        expect(nextTurn(climb, ALWAYS)).toBeNull();
      }),
    );
  });
});

test('without a ladder the fallback is called, and nobody is on a ladder twice', () => {
  expect(ladderOf([], FALLBACK).map(({ to }) => to)).toEqual([FALLBACK]);
  expect(ladderOf([...STEPS, { to: 'C0HELP', afterMs: HOUR }], FALLBACK).map(({ to }) => to)).toEqual([
    'C0HELP',
    'U0DANA',
    'S0LEADS',
  ]);
});

test.each([
  ['C01', 'channel'],
  ['G01', 'channel'],
  ['U01', 'person'],
  ['W01', 'person'],
  ['S01', 'group'],
])('%s is a %s', (to, kind) => {
  expect(rungKind(to)).toBe(kind);
});
