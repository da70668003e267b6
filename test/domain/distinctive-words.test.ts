import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { distinctiveWords } from '../../src/domain/distinctive-words.ts';

const BEFORE = [
  'Acme Cloud is nice and the export works',
  'I use acme cloud for the export of my reports',
  'The dashboard of Acme Cloud got faster, the export too',
  'Anybody using Acme Cloud with Postgres?',
];

test('what everybody talks about now and nobody did before comes first', () => {
  const now = [
    'Acme Cloud login is down for me, outage?',
    'outage at acme cloud again, cannot login',
    'Is there an outage? The export of Acme Cloud fails',
    'acme cloud OUTAGE since 9:00 https://status.example/outage-report',
  ];
  expect(distinctiveWords(now, BEFORE, ['acme cloud']).slice(0, 2)).toEqual(['outage', 'login']);
});

test('what was said all along, the watch’s own phrases, numbers and empty words are not named', () => {
  const now = ['the export of acme cloud 2026', 'acme cloud and its export 2026', 'export, export! Acme Cloud 2026'];
  expect(distinctiveWords(now, BEFORE.slice(0, 3), ['acme cloud'])).toEqual([]);
});

test('a word that a single mention has is not what people talk about', () => {
  expect(distinctiveWords(['acme zebra', 'acme'], BEFORE, ['acme'])).toEqual([]);
});

test('words are found where no spaces stand between them', () => {
  const now = ['アクメで障害が発生', '障害ですか？ アクメ', 'アクメの障害は続く'];
  expect(distinctiveWords(now, ['アクメは速い'], ['アクメ'])).toContain('障害');
});

test('whatever is written, at most so many words come back, each once and without markup', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom('<!channel>', '__proto__ x', ''),
  );
  fc.assert(
    fc.property(fc.array(hostile, { maxLength: 30 }), fc.array(hostile, { maxLength: 30 }), (now, before) => {
      const words = distinctiveWords(now, before, ['acme']);
      expect(words.length).toBeLessThanOrEqual(5);
      expect(new Set(words).size).toBe(words.length);
      for (const word of words) expect(word).toMatch(/^[^<>&\s]{2,30}$/u);
    }),
  );
});
