import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { TOLD_ACTS } from '../src/views/activity.ts';
import { HISTORY } from './sentences/history.ts';
import { NOTICE_NAMES, NOTICES } from './sentences/notices.ts';
import { sentencesPage } from './sentences/page.ts';

const path = join(import.meta.dirname, '../docs/sentences.md');

test('the page of sentences is the one the code would write', () => {
  const wanted = sentencesPage();
  if (process.env.UPDATE_DOCS) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, wanted);
  } else {
    expect(readFileSync(path, 'utf8')).toBe(wanted);
  }
});

test('every notice stands on the page of sentences', () => {
  expect(Object.keys(NOTICES).sort()).toEqual([...NOTICE_NAMES].sort());
});

test('every act of the record stands on the page of sentences', () => {
  expect(Object.keys(HISTORY).sort()).toEqual([...TOLD_ACTS].sort());
});

test('no sentence on the page shows markup, an unknown value or a straight quote', () => {
  const lines = sentencesPage()
    .split('\n')
    .slice(6)
    .map((one) => one.replace(/`\w+` /, ''));
  expect(lines.filter((one) => /<[@#!]|\bundefined\b|\bnull\b|NaN|\{|\s{2,}\S|["']/.test(one))).toEqual([]);
});
