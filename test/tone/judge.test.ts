import { expect, test } from '@jest/globals';
import { createJudge } from '../../src/tone/index.ts';

const { judge } = createJudge();

test.each([
  ['This is terrible. The export fails every single time and nobody answers.', 'negative'],
  ['I love the new dashboard, it is fast and beautiful. Thank you!', 'positive'],
  ['The meeting about the release is on Tuesday at ten in the main building.', 'neutral'],
])('“%s” is %s', (text, tone) => {
  expect(judge(text)).toMatchObject({ tone, language: 'en' });
});

test.each([
  ['Das ist wirklich schlecht, und niemand antwortet auf meine Fragen.', 'de'],
  ['Esto es maravilloso, muchas gracias por la nueva versión.', 'es'],
  ['エクスポートが遅すぎて使えません。', 'ja'],
])('the tone of “%s” is unclear, its language is named', (text, language) => {
  expect(judge(text)).toEqual({ tone: 'unclear', score: 0, language });
});

test.each(['', '   ', '\u0000', '\ud800', '12345', '👍🏽'])('nothing to read in %j throws nothing', (text) => {
  expect(judge(text).score).toBeGreaterThanOrEqual(-1);
});
