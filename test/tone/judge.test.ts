import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createJudge, createReader } from '../../src/tone/index.ts';

const { judge, name } = createJudge();
const read = createReader();

test('the judge has a name to be kept with its judgements', () => {
  expect(name).toMatch(/^porchlight-tone-\d+$/);
});

test.each([
  ['This is terrible. The export fails every single time and nobody answers.', 'negative'],
  ['Third time this week that the export times out. Is anyone home? I want my money back.', 'negative'],
  ['I love the new dashboard, it is fast and beautiful. Thank you!', 'positive'],
  ['Works like a charm, and support was great. Highly recommended!', 'positive'],
  ['The meeting about the release is on Tuesday at ten in the main building.', 'neutral'],
  ['How do I set the time zone of an export?', 'neutral'],
])('“%s” is %s', (text, tone) => {
  expect(judge(text)).toMatchObject({ tone, language: 'en' });
});

test.each([
  ['This release is good.', 'This release is not good.'],
  ['I am happy with the support.', "I'm not happy with the support."],
  ['I would recommend it to a friend.', 'I would never recommend it to a friend.'],
  ['It is useful.', "It isn't useful."],
])('a negator turns it: “%s” sounds better than “%s”', (plain, negated) => {
  expect(judge(plain).score).toBeGreaterThan(judge(negated).score + 0.3);
});

test('what comes after “but” weighs more', () => {
  const better = read('The interface is ugly, but I love how fast it is.').belief;
  const worse = read('I love how fast it is, but the interface is ugly.').belief;
  expect(better[2] - better[0]).toBeGreaterThan(worse[2] - worse[0]);
});

test.each([
  ['The new version is out 😍', 'The new version is out 😡'],
  ['The new version is out :)', 'The new version is out :('],
  ['The new version is out 👍', 'The new version is out 👎'],
])('an emoji or a face is heard: “%s” sounds better than “%s”', (glad, sad) => {
  expect(judge(glad).score).toBeGreaterThan(judge(sad).score);
});

test.each([
  ['Das ist wirklich schlecht, und niemand antwortet auf meine Fragen.', 'de'],
  ['Esto es maravilloso, muchas gracias por la nueva versión.', 'es'],
  ['C’est vraiment nul, l’export ne marche plus depuis hier soir.', 'fr'],
  ['Questo aggiornamento ha rovinato tutto, non funziona più niente.', 'it'],
  ['De nieuwe versie is echt waardeloos en niemand reageert op mijn vragen.', 'nl'],
  ['Den nye version er virkelig dårlig, og ingen svarer på mine spørgsmål.', 'da'],
  ['エクスポートが遅すぎて使えません。', 'ja'],
  ['Новая версия просто ужасна, ничего не работает.', 'ru'],
])('the tone of “%s” is unclear, its language is named', (text, language) => {
  expect(judge(text)).toEqual({ tone: 'unclear', score: 0, language });
});

test.each(['', '   ', '\u0000', '\ud800', '12345', 'Acme', '...'])('%j is too short to have a tone', (text) => {
  expect(judge(text)).toEqual({ tone: 'unclear', score: 0, language: null });
});

test.each(['thx', 'love it!', '👍'])('“%s” is short, but clear enough', (text) => {
  expect(judge(text)).toMatchObject({ tone: 'positive' });
});

const HOSTILE = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '\u0000',
  '\ud800',
  '\udfff',
  ':(',
  "n't",
  '_',
];

test('any text gets a score from -1 to 1, the same each time, and throws nothing', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(...HOSTILE),
    fc.constantFrom('not', 'good', 'but', 'bad', '!'),
  );
  const texts = fc.array(piece).map((pieces) => pieces.join(' '));
  fc.assert(
    fc.property(texts, (text) => {
      const judgement = judge(text);
      expect(Math.abs(judgement.score)).toBeLessThanOrEqual(1);
      expect(judgement).toEqual(judge(text));
    }),
  );
});

test.each([
  ['one word', 'a'.repeat(1_000_000)],
  ['spaces', ' '.repeat(1_000_000)],
  ['links', 'http://'.repeat(150_000)],
  ['apostrophes', "a'".repeat(500_000)],
  ['faces', ':('.repeat(500_000)],
  ['names of every object', '__proto__ constructor '.repeat(45_000)],
  ['halves of a pair', '\ud83d'.repeat(1_000_000)],
  ['openings of phrases', 'waste of '.repeat(110_000)],
])('a megabyte of %s is judged like any text', (_, text) => {
  expect(Math.abs(judge(text).score)).toBeLessThanOrEqual(1);
});
