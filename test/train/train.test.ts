import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { featuresOf } from '../../src/tone/features.ts';
import { lexiconOf } from '../../src/tone/lexicon.ts';
import { greatest, scorerOf } from '../../src/tone/model.ts';
import { readExamples, readSets } from '../../train/read-sets.ts';
import { averageRecall, recallsOf } from '../../train/scores.ts';
import { train } from '../../train/train.ts';
import { writeTrained } from '../../train/write.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tone-'));
  write('vader_lexicon/vader_lexicon.txt', 'good\t1.9\t0.9\t[]\nbad\t-2.5\t0.6\t[]');
  write('vader_lexicon/emoji_utf8_lexicon.txt', '😀\tgood face');
  write('opinion_lexicon/positive-words.txt', '; a list\n\nfast\nuser-friendly');
  write('opinion_lexicon/negative-words.txt', 'slow');
  write('first/train.tsv', rows(['zonk', 'table', 'blip'], 20));
  write('first/dev.tsv', rows(['zonk', 'table', 'blip'], 4));
  write('second/train.tsv', rows(['slow', 'chair', 'fast'], 20));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(join(folder, file, '..'), { recursive: true });
  writeFileSync(join(folder, file), text);
}

/** So many texts of each class, told apart by one word. */
function rows(words: string[], times: number): string {
  return Array.from({ length: times }, (_, n) => words.map((word, label) => `Number ${n} is ${word} here\t${label}`))
    .flat()
    .join('\n');
}

test('training twice on one folder writes the same bytes', () => {
  const written = ['a', 'b'].map((name) => {
    const out = join(folder, name);
    mkdirSync(out);
    writeTrained(out, train(folder, readSets(folder)));
    return ['weights.js', 'lists.js'].map((file) => readFileSync(join(out, file), 'utf8'));
  });
  expect(written[0]).toEqual(written[1]);
  expect(written[0]?.[0]).not.toContain('zonk');
});

test('what was trained tells the classes apart by words that no list has', () => {
  const { model, lexicon } = train(folder, readSets(folder));
  const [score, lists] = [scorerOf(model), lexiconOf(lexicon)];
  const answers = ['Ours is zonk', 'Ours is table', 'Ours is blip'].map((text) =>
    greatest(score(featuresOf(text, lists))),
  );
  expect(answers).toEqual([0, 1, 2]);
});

test('the lists are merged: degrees, sides, emoji, and words with a hyphen as phrases', () => {
  const lists = lexiconOf(train(folder, readSets(folder)).lexicon);
  expect(lists.find('bad')).toEqual({ valence: -2.5, polarity: 0 });
  expect(lists.find('fast')).toEqual({ valence: 0, polarity: 1 });
  expect(lists.find('😀')).toMatchObject({ valence: 1.9 });
  expect(lists.phraseAt(['so', 'user', 'friendly'], 1)).toMatchObject({ length: 2, entry: { polarity: 1 } });
  expect(lists.find('constructor')).toBeUndefined();
});

test('a row that is not a text, a tab and a label is named by its line', () => {
  write('bad.tsv', 'fine\t2\nno label here');
  expect(() => readExamples(join(folder, 'bad.tsv'))).toThrow(/bad\.tsv:2 is not a text, a tab, and a label/);
  write('worse.tsv', 'text\t');
  expect(() => readExamples(join(folder, 'worse.tsv'))).toThrow(/worse\.tsv:1/);
});

test('recall is counted per class, and averaged over the classes that occur', () => {
  expect(recallsOf([0, 0, 1, 2], [0, 1, 1, 0])).toEqual([0.5, 1, 0]);
  expect(averageRecall(recallsOf([0, 0, 1, 2], [0, 1, 1, 0]))).toBe(0.5);
  expect(averageRecall(recallsOf([0, 0], [0, 2]))).toBe(0.5);
});
