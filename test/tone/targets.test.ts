import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createReader } from '../../src/tone/index.ts';
import { readExamples } from '../../train/read-sets.ts';
import { averageRecall, recallsOf } from '../../train/scores.ts';

const FOLDER = join(import.meta.dirname, '../../../shared/data/sentiment');
const withData = existsSync(FOLDER) ? test : test.skip;
if (!existsSync(FOLDER))
  console.log('The targets of the tone model are not tested: there is no ../shared/data/sentiment.');

const read = createReader();

withData.each([
  ['goemotions', 70.8],
  ['vader_amazonReviewSnippets', 65.0],
  ['senti4sd', 82.9],
  ['vader_tweets', 75.0],
])('on the test part of %s, the macro-recall is at least %d', (set, least) => {
  const examples = readExamples(join(FOLDER, set, 'test.tsv'));
  const labels = examples.map(({ label }) => label);
  const answers = examples.map(({ text }) => read(text).answer);
  expect(100 * averageRecall(recallsOf(labels, answers))).toBeGreaterThanOrEqual(least);
});
