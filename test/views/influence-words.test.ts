import { expect, test } from '@jest/globals';
import type { InfluenceFacts } from '../../src/domain/influence.ts';
import { NO_TONES } from '../../src/domain/tone-balance.ts';
import { influenceSentence } from '../../src/views/influence-words.ts';
import { NOW } from '../helpers/facts.ts';

const on = (day: string) => new Date(`${day}T10:00:00Z`);
const FACTS: InfluenceFacts = {
  network: 'bluesky',
  reach: null,
  engagement: null,
  usualEngagement: null,
  times: 0,
  firstAt: null,
  lastAt: null,
  tones: NO_TONES,
};

test.each<[Partial<InfluenceFacts>, string]>([
  [{}, ''],
  [{ reach: 12_400 }, '12,400 followers'],
  [{ reach: 1 }, '1 follower'],
  [{ reach: 0 }, ''],
  [{ reach: 2_000, network: 'youtube' }, '2,000 subscribers'],
  [{ reach: 2_000, network: 'constructor' }, '2,000 followers'],
  [{ engagement: 39, usualEngagement: 9 }, 'gets 4 times the usual reactions'],
  [{ engagement: 9, usualEngagement: 9 }, 'gets the usual reactions'],
  [{ engagement: 0, usualEngagement: 9 }, 'gets fewer reactions than usual'],
  [{ engagement: 9 }, ''],
  [{ times: 1, firstAt: NOW, lastAt: NOW }, 'spoke of us for the first time'],
  [{ times: 1, firstAt: on('2026-11-03'), lastAt: on('2026-11-03') }, 'spoke of us once, on Tue 3 Nov'],
  [{ times: 1, firstAt: on('2026-06-03'), lastAt: on('2026-06-03') }, 'spoke of us once, in June'],
  [{ times: 1, firstAt: on('2025-12-03'), lastAt: on('2025-12-03') }, 'spoke of us once, in December 2025'],
  [{ times: 5, firstAt: on('2026-10-03'), lastAt: NOW }, 'spoke of us 5 times since October'],
  [{ times: 2, firstAt: on('2026-11-16'), lastAt: NOW }, 'spoke of us twice since Mon 16 Nov'],
  [{ times: 3, firstAt: NOW, lastAt: NOW }, 'spoke of us 3 times today'],
  [
    { times: 5, firstAt: on('2026-02-03'), lastAt: on('2026-06-03') },
    'spoke of us 5 times since February, the last time in June',
  ],
  [{ tones: { ...NO_TONES, negative: 1 } }, 'negative'],
  [{ tones: { ...NO_TONES, negative: 2 } }, 'mostly negative'],
  [{ tones: { ...NO_TONES, positive: 3 } }, 'always positive'],
  [{ tones: { ...NO_TONES, positive: 2, neutral: 1 } }, 'mostly positive'],
  [{ tones: { ...NO_TONES, positive: 2, negative: 2 } }, 'for and against us'],
  [{ tones: { ...NO_TONES, positive: 1, neutral: 1 } }, ''],
  [{ tones: { ...NO_TONES, unclear: 4 } }, ''],
  [
    {
      reach: 12_400,
      times: 5,
      firstAt: on('2026-10-03'),
      lastAt: NOW,
      tones: { ...NO_TONES, negative: 4, neutral: 1 },
    },
    '12,400 followers, spoke of us 5 times since October, mostly negative',
  ],
])('of %j it says "%s"', (facts, expected) => {
  expect(influenceSentence({ ...FACTS, ...facts }, NOW, 'Europe/Berlin')).toBe(expected);
});
