import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  answerKey,
  distinctiveStems,
  fillIn,
  isDueForReview,
  type ReviewMonths,
  reviewDay,
  reviewTime,
  typedStems,
} from '../../src/domain/answer.ts';
import { countChars } from '../../src/domain/text.ts';
import { HOSTILE } from '../views/any-facts.ts';

test.each<[string, ReviewMonths, string, string]>([
  ['2026-11-23T09:00:00Z', 1, 'Europe/Berlin', '2026-12-23'],
  ['2026-12-31T23:30:00Z', 1, 'Europe/Berlin', '2027-02-01'],
  ['2026-01-31T09:00:00Z', 1, 'UTC', '2026-02-28'],
  ['2026-08-31T09:00:00Z', 6, 'UTC', '2027-02-28'],
  ['2027-02-28T09:00:00Z', 12, 'UTC', '2028-02-28'],
  ['2026-11-23T09:00:00Z', 3, 'Nowhere/At_All', '2027-02-23'],
])('from %s, %i months later in %s is %s', (now, months, zone, day) => {
  expect(reviewDay(new Date(now), months, zone)).toBe(day);
});

const OFFICE = { days: [1, 2, 3, 4, 5], fromMinute: 10 * 60, toMinute: 18 * 60 };

test.each([
  ['2026-11-24', { timezone: 'UTC', holidays: [] }, '2026-11-24T09:00:00.000Z'],
  ['2026-11-24', { timezone: 'Europe/Berlin', officeHours: OFFICE, holidays: [] }, '2026-11-24T09:00:00.000Z'],
  ['2026-11-28', { timezone: 'UTC', officeHours: OFFICE, holidays: ['2026-11-30'] }, '2026-12-01T10:00:00.000Z'],
  ['2026-11-24', { timezone: 'Nowhere/At_All', holidays: [] }, '2026-11-24T09:00:00.000Z'],
])('a review that is due on %s is told when the office is open', (day, team, at) => {
  expect(reviewTime(day, team).toISOString()).toBe(at);
});

test.each([
  ['2026-11-22', true],
  ['2026-11-23', true],
  ['2026-11-24', false],
])('on 23 November a review on %s is due: %s', (reviewOn, isDue) => {
  expect(isDueForReview({ reviewOn }, '2026-11-23')).toBe(isDue);
});

test.each([
  ['Third time this week that acme cloud’s export times out.', ['acme cloud'], ['third', 'week', 'export', 'times']],
  ['Exporting exports, exported: the EXPORT!', [], ['export']],
  ['Warum ist der Export so langsam?', [], ['warum', 'export', 'langsam']],
  ['エクスポートが遅い', [], ['エクスポートが遅い']],
  ['Łódź, café, naïve', [], ['łódź', 'café', 'naïv']],
  ['it is to be or not to be', [], []],
  ['', [], []],
])('%j with %j known is about %j', (text, known, stems) => {
  expect(distinctiveStems(text, known)).toEqual(stems);
});

test('what somebody types to find an answer counts word for word, however short and common', () => {
  expect(typedStems('how to DB-export “v2”')).toEqual(['how', 'to', 'db', 'export', 'v2']);
});

test('whatever the text, its stems are few, short and hold letters and digits only', () => {
  const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 300 }), fc.lorem());
  fc.assert(
    fc.property(text, (said) => {
      for (const stems of [distinctiveStems(said), typedStems(said)]) {
        expect(stems.length).toBeLessThanOrEqual(24);
        expect(new Set(stems).size).toBe(stems.length);
        for (const one of stems) expect(one).toMatch(/^[\p{L}\p{N}\p{M}]{1,40}$/u);
      }
    }),
  );
});

test('two texts are one answer when only case, quotes and white space tell them apart', () => {
  expect(answerKey(' It’s  fixed.\nTry again ')).toBe(answerKey("it's fixed. try again"));
  expect(answerKey('It is fixed')).not.toBe(answerKey('It is fixed!'));
});

test.each([
  ['', 'Answer.', 300, { text: 'Answer.', filling: 'filled' }],
  [' \n ', 'Answer.', 300, { text: 'Answer.', filling: 'filled' }],
  ['Hi Maya,', 'Answer.', 300, { text: 'Hi Maya,\n\nAnswer.', filling: 'added' }],
  ['Hi. Answer. Bye', 'Answer.', 300, { text: 'Hi. Answer. Bye', filling: 'there' }],
  ['Hi Maya,', 'Answer.', 16, { text: 'Hi Maya,', filling: 'too_long' }],
  ['', 'Answer.', 6, { text: '', filling: 'too_long' }],
])('over %j the answer %j within %i characters makes %j', (typed, answer, max, filled) => {
  expect(fillIn(typed, answer, max)).toEqual(filled);
});

test('no word that was typed is ever lost, and the limit is never passed', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 1 }), fc.nat(100), (typed, answer, max) => {
      const { text, filling } = fillIn(typed, answer, max);
      expect(text.startsWith(typed.trimEnd())).toBe(true);
      if (filling === 'filled' || filling === 'added') {
        expect(text.endsWith(answer)).toBe(true);
        expect(countChars(text)).toBeLessThanOrEqual(max);
      } else expect(text).toBe(typed);
    }),
  );
});
