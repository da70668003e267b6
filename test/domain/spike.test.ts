import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { tailOf } from '../../src/domain/negative-binomial.ts';
import { findSurge, isStillUp, LEARN_AT_LEAST_MS, learnBaseline } from '../../src/domain/spike.ts';
import { seeded } from '../helpers/seeded.ts';
import { alarms, HOUR, learnt, simulate } from './simulated-volume.ts';

const MONDAY = 96 * HOUR;
const WEEK = 168 * HOUR;
const MINUTE = 60_000;

test.each([
  [0.05, 2],
  [1, 2],
  [5, 1],
])('at %s mentions an hour chance alone sounds at most one alarm in %s months', (perHour, months) => {
  const random = seeded(21);
  let found = 0;
  for (let month = 0; month < months; month++) {
    const from = MONDAY + 8 * WEEK;
    found += alarms(simulate(perHour, 12, random), { from, to: from + 4 * WEEK, since: MONDAY }).length;
  }
  expect(found).toBeLessThanOrEqual(1);
});

test.each([
  [0.05, 60, 15],
  [1, 60, 20],
  [5, 60, 45],
  [20, 200, 15],
])(
  'a storm over %s mentions an hour with %s an hour is seen, in most cases within %s minutes',
  (perHour, storm, minutes) => {
    const random = seeded(22);
    const delays: number[] = [];
    for (let n = 0; n < 8; n++) {
      const at = MONDAY + 4 * WEEK + (24 + random() * 60) * HOUR;
      const said = simulate(perHour, 5, random, { at, hours: 6, perHour: storm });
      const [first = Number.POSITIVE_INFINITY] = alarms(said, { from: at - HOUR, to: at + 6 * HOUR, since: MONDAY });
      delays.push((first - at) / MINUTE);
    }
    expect(delays.filter((delay) => delay <= minutes).length).toBeGreaterThanOrEqual(6);
    expect(Math.max(...delays)).toBeLessThan(360);
  },
);

test('one storm is one alarm, however long it rages', () => {
  const at = MONDAY + 4 * WEEK + 30 * HOUR;
  const said = simulate(1, 5, seeded(23), { at, hours: 12, perHour: 60 });
  expect(alarms(said, { from: at - HOUR, to: at + 20 * HOUR, since: MONDAY })).toHaveLength(1);
});

test('a storm of last month does not make the next one usual', () => {
  const [first, second] = [MONDAY + 3 * WEEK + 30 * HOUR, MONDAY + 6 * WEEK + 30 * HOUR];
  const calm = simulate(1, 7, seeded(24));
  const storms = [first, second].flatMap((at) => Array.from({ length: 120 }, (_, n) => at + n * MINUTE));
  const said = [...calm, ...storms].sort((a, b) => a - b);
  expect(alarms(said, { from: second - HOUR, to: second + 2 * HOUR, since: MONDAY })).toHaveLength(1);
});

test('what is usual on Monday at nine is unusual on Sunday at three', () => {
  const said = Array.from({ length: 8 }, (_, week) =>
    Array.from({ length: 40 }, (_, n) => MONDAY + week * WEEK + 9 * HOUR + n * MINUTE),
  ).flat();
  const baseline = learnt(said, MONDAY + 8 * WEEK, MONDAY);
  const at = (hours: number) => new Date(MONDAY + 8 * WEEK + hours * HOUR);
  const forty = (minutes: number) => (minutes >= 60 ? 40 : 0);
  expect(baseline && findSurge(baseline, forty, at(10))).toBeUndefined();
  expect(baseline && findSurge(baseline, forty, at(6 * 24 + 4))).toMatchObject({ count: 40 });
});

test('a watch that has listened for less than two days is not judged', () => {
  const to = new Date(LEARN_AT_LEAST_MS);
  expect(learnBaseline({ from: new Date(1), to, hours: [] }, 'UTC')).toBeUndefined();
  expect(learnBaseline({ from: new Date(0), to, hours: [] }, 'UTC')).toBeDefined();
});

test('a handful of mentions after silence wakes nobody', () => {
  const baseline = learnt([], MONDAY + 2 * WEEK, MONDAY);
  expect(baseline && findSurge(baseline, () => 5, new Date(MONDAY + 2 * WEEK))).toBeUndefined();
});

const anyHours = fc.array(fc.record({ hour: fc.integer({ min: 96, max: 600 }), count: fc.nat(10_000) }), {
  maxLength: 80,
});

test('whatever the past, what is expected is a positive number, and an hour is the sum of its halves', () => {
  fc.assert(
    fc.property(anyHours, fc.constantFrom('UTC', 'Asia/Kathmandu', 'No/Where'), fc.nat(1_000), (hours, zone, at) => {
      const baseline = learnBaseline({ from: new Date(MONDAY), to: new Date(600 * HOUR), hours }, zone);
      if (!baseline) throw new Error('three weeks are enough');
      const [from, middle, to] = [0, 0.5, 1].map((share) => new Date((at + share) * HOUR)) as [Date, Date, Date];
      const whole = baseline.expected(from, to);
      expect(whole.mean).toBeGreaterThan(0);
      expect(Number.isFinite(whole.mean) && whole.scatter > 0).toBe(true);
      expect(baseline.expected(from, middle).mean + baseline.expected(middle, to).mean).toBeCloseTo(whole.mean, 6);
      expect(isStillUp(baseline, () => 0, to)).toBe(false);
    }),
  );
});

test('the tail is Poisson’s without scatter, heavier with it, and never grows with the count', () => {
  expect(tailOf(0, 3, 0.5)).toBe(1);
  expect(tailOf(1, 2, 0)).toBeCloseTo(1 - Math.exp(-2), 6);
  expect(tailOf(10, 2, 0)).toBeCloseTo(4.65e-5, 6);
  expect(tailOf(10, 2, 1)).toBeCloseTo((2 / 3) ** 10, 6);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.double({ min: 0.001, max: 2_000, noNaN: true }), (count, mean) => {
      const [some, more] = [tailOf(count, mean, 0.3), tailOf(count + 1, mean, 0.3)];
      expect(some >= more - 1e-9 && some <= 1 && more >= 0).toBe(true);
    }),
  );
});
