import { expect, test } from '@jest/globals';
import type { JudgementFacts } from '../../src/domain/judgement.ts';
import { judgementWords, kindReason } from '../../src/views/judgement-words.ts';
import { plainWords } from '../../src/views/rich-text.ts';
import { ANA, aJudgement, BEN } from '../helpers/facts.ts';

const said = (facts: Partial<JudgementFacts>) => plainWords(judgementWords({ judgement: aJudgement(facts) }), 300);

test.each<[Partial<JudgementFacts>, string]>([
  [{ score: -0.9 }, 'Complaint, clearly negative'],
  [{ score: -0.1 }, 'Complaint, somewhat negative'],
  [{ kind: 'praise', tone: 'positive', score: 0.95 }, 'Praise, clearly positive'],
  [{ kind: 'question', tone: 'neutral', score: -0.05 }, 'Question, neutral'],
  [{ kind: 'other', tone: 'neutral' }, 'Neutral'],
  [{ kind: 'other', tone: 'unclear', language: 'de' }, 'Tone unclear (German)'],
  [{ kind: 'lead', tone: 'unclear' }, 'Sales lead, tone unclear'],
  [{ kind: 'defect', tone: 'unclear', language: '<!' }, 'Defect, tone unclear'],
  [{ kind: null, tone: null }, ''],
])('%j reads “%s”', (facts, words) => {
  expect(said(facts)).toBe(words);
});

test('what a person corrected is theirs, by name, and has no strength', () => {
  expect(said({ tone: 'positive', score: -0.9, toneBy: ANA })).toBe(`Complaint, positive, corrected by <@${ANA}>`);
  expect(said({ kindBy: BEN, toneBy: BEN })).toBe(`Complaint, negative, corrected by <@${BEN}>`);
  expect(said({ kindBy: BEN, toneBy: ANA })).toBe(`Complaint, negative, corrected by <@${BEN}> and <@${ANA}>`);
});

test('the reason of a guess is given, and none where a person decided', () => {
  expect(kindReason(aJudgement({ kind: 'defect', because: 'times out' }))).toBe(
    'Porchlight takes it for a defect, because it says “times out”.',
  );
  expect(kindReason(aJudgement())).toBe('Porchlight takes it for a complaint, because of how it sounds.');
  expect(kindReason(aJudgement({ kindBy: ANA }))).toBe('');
  expect(kindReason(aJudgement({ kind: 'other' }))).toBe('');
});
