import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { voiceBalance } from '../../src/domain/voice-balance.ts';

const said = (...replies: number[]) => replies.map((n, i) => ({ personId: `U${i}`, replies: n }));

test('nobody who replied is no voice at all', () => {
  expect(voiceBalance(said(0, 0))).toEqual({ replies: 0, voices: [], evenAs: 0, dominant: null });
});

test('one voice alone is as even as one, and dominates from five replies on', () => {
  expect(voiceBalance(said(4))).toMatchObject({ evenAs: 1, dominant: null });
  expect(voiceBalance(said(5))).toMatchObject({ evenAs: 1, dominant: { personId: 'U0', replies: 5 } });
});

test('one voice of six in ten dominates, one of less does not', () => {
  expect(voiceBalance(said(2, 6, 2)).dominant).toEqual({ personId: 'U1', replies: 6 });
  expect(voiceBalance(said(59, 41)).dominant).toBeNull();
});

test('the balance lies between one voice and all of them, and is all of them only where they spoke alike', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 30 }), (replies) => {
      const { evenAs } = voiceBalance(said(...replies));
      expect(evenAs).toBeGreaterThan(0.999);
      expect(evenAs).toBeLessThan(replies.length + 0.001);
      expect(voiceBalance(said(...replies.map(() => 7))).evenAs).toBeCloseTo(replies.length);
    }),
  );
});
