import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { KINDS, type Kind, TONES, type Tone } from '../../src/domain/judgement.ts';
import { judgeKind } from '../../src/domain/kind.ts';

const SAID: [words: string, tone: Tone, kind: Kind][] = [
  ['Does anyone know how to export the board to CSV?', 'neutral', 'question'],
  ['How do I reset my password', 'neutral', 'question'],
  ['Is there a way to mute a channel', 'neutral', 'question'],
  ['Third time this week that acme cloud’s export times out. Is anyone home?', 'negative', 'defect'],
  ['The app crashes whenever I rotate the phone', 'negative', 'defect'],
  ['The API returns 502 since this morning', 'negative', 'defect'],
  ['Acme doesn’t work on Firefox', 'negative', 'defect'],
  ['It would be great if it had a dark mode', 'positive', 'idea'],
  ['Feature request: keyboard shortcuts', 'neutral', 'idea'],
  ['Please add support for SAML', 'neutral', 'idea'],
  ['We are looking to buy a tool like this for 200 people', 'neutral', 'lead'],
  ['Could I get a demo? We are evaluating Acme for our support team', 'positive', 'lead'],
  ['What is your pricing for 50 seats?', 'neutral', 'lead'],
  ['We would like to become a reseller in Spain', 'positive', 'partnership'],
  ['Interested in a partnership with your team', 'positive', 'partnership'],
  ['I am writing; journalist at the Gazette, request for comment on the outage', 'neutral', 'press'],
  ['Their support never answers, I am done with them', 'negative', 'complaint'],
  ['The price is far too high for what you get', 'negative', 'complaint'],
  ['Acme saved my day, what a lovely product', 'positive', 'praise'],
  ['Acme opened an office in Lyon', 'neutral', 'other'],
  ['Prices went down to 10 euros', 'neutral', 'other'],
  ['Acme im Einsatz', 'unclear', 'other'],
];

test.each(SAID)('“%s”, said %s, is of the kind %s', (words, tone, kind) => {
  expect(judgeKind(words, tone).kind).toBe(kind);
});

test('the words that decided are words of the mention itself, in short', () => {
  const { because } = judgeKind('Hello. The export   timed out again and nobody answers.', 'negative');
  expect(because).toBe('timed out');
  fc.assert(
    fc.property(fc.constantFrom(...SAID), fc.string(), ([words], noise) => {
      const said = judgeKind(`${words} ${noise}`, 'neutral').because;
      expect(said === null || said.length <= 61).toBe(true);
    }),
  );
});

test('whatever is said has one of the kinds, in linear time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), fc.constantFrom(...TONES), (text, tone) => {
      expect(KINDS).toContain(judgeKind(text, tone).kind);
    }),
  );
  for (const hostile of ['how ', 'a '.repeat(1), 'is ?', '? is ', '.\n', 'would be ']) {
    expect(KINDS).toContain(judgeKind(hostile.repeat(200_000), 'neutral').kind);
  }
});
