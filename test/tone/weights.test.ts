import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { FACTS } from '../../src/tone/facts.ts';
import { PLACES } from '../../src/tone/features.ts';
import { WEIGHTS } from '../../src/tone/weights.js';

const folder = join(import.meta.dirname, '../../src/tone');

test('what is shipped, the lists included, is less than a megabyte', () => {
  const shipped = readdirSync(folder).filter((file) => file.endsWith('.js'));
  expect(shipped.sort()).toEqual(['lists.js', 'weights.js']);
  expect(shipped.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)).toBeLessThan(1_000_000);
});

test('the weights fit the features: three a place, one a fact and class', () => {
  expect(Buffer.from(WEIGHTS.weights.join(''), 'base64')).toHaveLength(PLACES * 3);
  expect(WEIGHTS.facts.map((weights) => weights.length)).toEqual([FACTS.length, FACTS.length, FACTS.length]);
});

test('the notice names every source and says that no text is shipped', () => {
  const notice = readFileSync(join(folder, 'NOTICE.md'), 'utf8');
  for (const source of ['GoEmotions', 'VADER', 'Senti4SD', 'Opinion Lexicon', 'Customer reviews']) {
    expect(notice).toContain(source);
  }
  expect(notice).toContain('The texts are not in this\nrepository');
});
