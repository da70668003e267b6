import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type InfluenceFacts,
  influenceOf,
  leaningOf,
  OF_WEIGHT,
  REACH_SCALES,
  WEIGHTS,
} from '../../src/domain/influence.ts';
import { NO_TONES } from '../../src/domain/tone-balance.ts';
import { NOW } from '../helpers/facts.ts';

const DAY = 24 * 60 * 60_000;
const NETWORKS = ['bluesky', 'mastodon', 'rss', 'toString', '__proto__', ''];

const somebody = (facts: Partial<InfluenceFacts> = {}): InfluenceFacts => ({
  network: 'bluesky',
  reach: null,
  engagement: null,
  usualEngagement: null,
  times: 1,
  firstAt: NOW,
  lastAt: NOW,
  tones: NO_TONES,
  ...facts,
});
const scoreOf = (facts: InfluenceFacts) => influenceOf(facts, NOW).score;

const count = fc.oneof(fc.nat({ max: 40 }), fc.nat());
const maybeCount = fc.option(count);
const anybody: fc.Arbitrary<InfluenceFacts> = fc
  .record({
    network: fc.constantFrom(...NETWORKS),
    reach: maybeCount,
    engagement: fc.option(fc.double({ min: 0, max: 1e9, noNaN: true })),
    usualEngagement: fc.option(fc.double({ min: 0, max: 1e9, noNaN: true })),
    times: fc.nat({ max: 5_000 }),
    silentDays: fc.integer({ min: -2, max: 400 }),
    tones: fc.record({ negative: fc.nat(50), neutral: fc.nat(50), positive: fc.nat(50), unclear: fc.nat(50) }),
  })
  .map(({ silentDays, ...facts }) => {
    const lastAt = facts.times > 0 ? new Date(+NOW - silentDays * DAY) : null;
    return { ...facts, firstAt: lastAt, lastAt };
  });

/** The score as one would work it out on paper. */
function onPaper(facts: InfluenceFacts): number {
  const known: { weight: number; value: number }[] = [];
  if (facts.reach !== null) {
    const scale = Object.entries(REACH_SCALES).find(([network]) => network === facts.network)?.[1];
    const { none, full } = scale ?? { none: 50, full: 100_000 };
    const steps = Math.log10(Math.max(facts.reach, none)) - Math.log10(none);
    known.push({ weight: 45, value: Math.min(steps / (Math.log10(full) - Math.log10(none)), 1) });
  }
  if (facts.engagement !== null && facts.usualEngagement !== null) {
    const doublings = Math.log2((facts.engagement + 1) / (facts.usualEngagement + 1));
    known.push({ weight: 25, value: Math.min(Math.max((doublings + 2) / 6, 0), 1) });
  }
  if (facts.times > 0 && facts.lastAt) {
    const often = Math.min(Math.log2(facts.times + 1) / Math.log2(21), 1);
    const halvings = Math.max(0, (NOW.getTime() - facts.lastAt.getTime()) / (90 * DAY));
    known.push({ weight: 20, value: often / 2 ** halvings });
  }
  const { negative, neutral, positive } = facts.tones;
  if (negative + neutral + positive > 0) {
    known.push({ weight: 10, value: Math.abs(negative - positive) / (negative + neutral + positive + 2) });
  }
  const all = known.reduce((sum, { weight }) => sum + weight, 0);
  return all === 0 ? 0 : (100 * known.reduce((sum, { weight, value }) => sum + weight * value, 0)) / all;
}

test('the score is the weighted mean of what is known, as one would work it out on paper', () => {
  fc.assert(
    fc.property(anybody, (facts) => Math.abs(scoreOf(facts) - onPaper(facts)) <= 0.5 + 1e-6),
    { numRuns: 2_000 },
  );
});

test('a score is a whole number from 0 to 100, and every part is from 0 to 1', () => {
  fc.assert(
    fc.property(anybody, (facts) => {
      const { score, parts } = influenceOf(facts, NOW);
      expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true);
      for (const part of Object.values(parts)) expect(part === null || (part >= 0 && part <= 1)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

const GROWING: [string, (facts: InfluenceFacts, more: number) => InfluenceFacts][] = [
  ['reach', (facts, more) => ({ ...facts, reach: (facts.reach ?? 0) + more })],
  [
    'engagement',
    (facts, more) => ({
      ...facts,
      usualEngagement: facts.usualEngagement ?? 1,
      engagement: (facts.engagement ?? 0) + more,
    }),
  ],
  ['mentions', (facts, more) => ({ ...facts, lastAt: facts.lastAt ?? NOW, times: facts.times + 1 + more })],
  ['mentions of one tone', (facts, more) => ({ ...facts, tones: { ...NO_TONES, negative: 1 + more } })],
];

test.each(GROWING)('more %s never lowers the score nor takes somebody’s weight', (_, grow) => {
  fc.assert(
    fc.property(anybody, count, count, (facts, some, more) => {
      const less = influenceOf(grow(facts, some), NOW);
      const greater = influenceOf(grow(facts, some + more), NOW);
      expect(greater.score).toBeGreaterThanOrEqual(less.score);
      if (less.standing === 'of_weight') expect(greater.standing).toBe('of_weight');
    }),
    { numRuns: 500 },
  );
});

test('who falls silent loses weight, never gains any', () => {
  fc.assert(
    fc.property(anybody, fc.nat({ max: 1_000 }), (facts, days) => {
      expect(influenceOf(facts, new Date(+NOW + days * DAY)).score).toBeLessThanOrEqual(scoreOf(facts));
    }),
  );
});

test('what nobody knows is left out, and is not the same as nothing', () => {
  const regular = somebody({ times: 20 });
  expect(influenceOf(regular, NOW).parts).toEqual({ reach: null, resonance: null, relevance: 1, tone: null });
  expect(scoreOf(regular)).toBe(100);
  expect(scoreOf({ ...regular, reach: 0 })).toBeLessThan(50);
});

test('of nobody at all there is nothing to weigh', () => {
  expect(influenceOf(somebody({ times: 0, firstAt: null, lastAt: null }), NOW)).toMatchObject({
    score: 0,
    standing: 'new',
  });
});

test('only who is heard has weight, however often anybody speaks', () => {
  expect(influenceOf(somebody({ times: 200 }), NOW)).toMatchObject({ score: 100, standing: 'known' });
  const [heard] = [somebody({ reach: 12_400 })].map((facts) => influenceOf(facts, NOW));
  expect(heard?.standing).toBe('of_weight');
  expect(heard?.score).toBeGreaterThanOrEqual(OF_WEIGHT);
  expect(influenceOf(somebody({ network: 'rss', engagement: 90, usualEngagement: 2 }), NOW).standing).toBe('of_weight');
});

test.each([
  [{ reach: 300 }, 'new'],
  [{ reach: 2_000 }, 'new'],
  [{ reach: 2_000, times: 3 }, 'known'],
  [{ reach: 2_000, times: 10, tones: { ...NO_TONES, negative: 9, neutral: 1 } }, 'of_weight'],
  [{ reach: 100_000 }, 'of_weight'],
])('somebody of %j is %s', (facts, standing) => {
  expect(influenceOf(somebody(facts), NOW).standing).toBe(standing);
});

test('an opinion counts either way', () => {
  const tones = (tone: 'negative' | 'positive') =>
    somebody({ reach: 500, tones: { ...NO_TONES, [tone]: 4, neutral: 1 } });
  expect(scoreOf(tones('negative'))).toBe(scoreOf(tones('positive')));
});

test('the weights of the parts make a hundred', () => {
  expect(Object.values(WEIGHTS).reduce((sum, weight) => sum + weight, 0)).toBe(100);
});

test.each([
  [{ negative: 3, positive: 1 }, 'negative'],
  [{ negative: 2, positive: 2 }, 'mixed'],
  [{ neutral: 3, negative: 1 }, 'neutral'],
  [{ positive: 2, neutral: 1, unclear: 9 }, 'positive'],
  [{ unclear: 4 }, null],
  [{}, null],
])('of %j the tone leans to %s', (tones, leaning) => {
  expect(leaningOf({ ...NO_TONES, ...tones })).toBe(leaning);
});
