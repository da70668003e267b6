import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addTones,
  balanceOf,
  clearTones,
  NO_TONES,
  type ToneCounts,
  toneChange,
} from '../../src/domain/tone-balance.ts';
import { seeded } from '../helpers/seeded.ts';

const tones = (negative: number, neutral: number, positive: number, unclear = 0): ToneCounts => ({
  negative,
  neutral,
  positive,
  unclear,
});

test('what is unclear counts for neither side', () => {
  expect(balanceOf(tones(1, 0, 3, 100))).toBe(0.5);
  expect(balanceOf(tones(0, 0, 0, 100))).toBe(0);
});

test('a handful of mentions is too few to tell, however they differ', () => {
  expect(toneChange(tones(7, 0, 0), tones(0, 0, 90)).certainty).toBe('too_few');
  expect(toneChange(tones(90, 0, 0), tones(0, 0, 0, 500)).certainty).toBe('too_few');
});

test('a landslide is sure, its direction told', () => {
  expect(toneChange(tones(40, 20, 5), tones(5, 20, 40))).toEqual({ direction: 'worse', certainty: 'sure' });
  expect(toneChange(tones(5, 20, 40), tones(40, 20, 5))).toEqual({ direction: 'better', certainty: 'sure' });
});

test('the same again is the same', () => {
  expect(toneChange(tones(10, 20, 12), tones(11, 21, 12)).certainty).toBe('same');
});

const anyTones = fc.record({
  negative: fc.nat(500),
  neutral: fc.nat(500),
  positive: fc.nat(500),
  unclear: fc.nat(500),
});

test('two periods exchanged change the direction and nothing else; two equal ones are level', () => {
  fc.assert(
    fc.property(anyTones, anyTones, (a, b) => {
      const [there, back] = [toneChange(a, b), toneChange(b, a)];
      const mirrored = { better: 'worse', worse: 'better', level: 'level' }[there.direction];
      expect(back).toEqual({ direction: mirrored, certainty: there.certainty });
      expect(toneChange(a, a).direction).toBe('level');
      expect(clearTones(addTones([a, b]))).toBe(clearTones(a) + clearTones(b));
      expect(addTones([a, NO_TONES])).toEqual(a);
    }),
  );
});

test('where nothing changed, “sure” is said in less than 3 of 100 periods, “perhaps” or more in less than 20', () => {
  const random = seeded(7);
  for (const size of [8, 15, 40, 200]) {
    let sure = 0;
    let perhaps = 0;
    for (let n = 0; n < 2000; n++) {
      const [now, before] = [draw(size, random), draw(size, random)];
      const { certainty } = toneChange(now, before);
      if (certainty === 'sure') sure += 1;
      if (certainty !== 'same') perhaps += 1;
    }
    expect({ size, sure: sure / 2000 < 0.03, perhaps: perhaps / 2000 < 0.2 }).toEqual({
      size,
      sure: true,
      perhaps: true,
    });
  }
});

test('a fall from one in five negative to one in two is seen as sure in most weeks of a hundred mentions', () => {
  const random = seeded(8);
  let seen = 0;
  for (let n = 0; n < 500; n++) {
    const change = toneChange(draw(100, random, 0.5), draw(100, random, 0.2));
    if (change.certainty === 'sure' && change.direction === 'worse') seen += 1;
  }
  expect(seen / 500).toBeGreaterThan(0.9);
});

/** So many mentions, of which this share is negative, half of the rest positive. */
function draw(size: number, random: () => number, negative = 0.25): ToneCounts {
  const counts = { ...NO_TONES };
  for (let n = 0; n < size; n++) {
    const at = random();
    const tone = at < negative ? 'negative' : at < negative + (1 - negative) / 2 ? 'positive' : 'neutral';
    counts[tone] += 1;
  }
  return counts;
}
