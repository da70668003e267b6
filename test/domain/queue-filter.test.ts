import { expect, test } from '@jest/globals';
import { ALL_OPEN, parseQueue, parseSearch } from '../../src/domain/queue-filter.ts';

const ME = 'U0ME';
const NONE = { state: null, personId: null, watch: null, network: null, tone: null, what: null };

test.each([
  ['', {}],
  ['mine', { personId: ME }],
  ['OPEN Mine', { state: 'open', personId: ME }],
  ['overdue', { state: 'overdue' }],
  ['snoozed <@U0BEN|ben>', { state: 'snoozed', personId: 'U0BEN' }],
  ['<@U0BEN>', { personId: 'U0BEN' }],
  ['watch Acme Cloud mine', { watch: 'Acme Cloud', personId: ME }],
  ['watch “Open Mine” overdue', { watch: 'Open Mine', state: 'overdue' }],
  ['watch „Acme“ network «e-mail»', { watch: 'Acme', network: 'e-mail' }],
  ['watch "unclosed mine', { watch: 'unclosed mine' }],
  ['network in person <@W0X|x>', { network: 'in person', personId: 'W0X' }],
  ['negative Defects', { tone: 'negative', what: 'defect' }],
  ['lead watch Acme unclear', { what: 'lead', watch: 'Acme', tone: 'unclear' }],
  ['watch "Praise"', { watch: 'Praise' }],
  ['watch R&amp;D', { watch: 'R&D' }],
  [`watch ${'x'.repeat(500)}`, { watch: `${'x'.repeat(79)}…` }],
])('the queue with %j behind it is asked for %j', (text, asked) => {
  expect(parseQueue(text, ME)).toEqual({ ...ALL_OPEN, ...asked });
});

test.each([
  ['frobnicate', { misread: 'unknown', word: 'frobnicate' }],
  ['mine please', { misread: 'unknown', word: 'please' }],
  ['others', { misread: 'unknown', word: 'others' }],
  ['"mine"', { misread: 'unknown', word: 'mine' }],
  ['watch', { misread: 'no_name', word: 'watch' }],
  ['network mine', { misread: 'no_name', word: 'network' }],
  ['@ben', { misread: 'no_person', word: '@ben' }],
  ['<!here>', { misread: 'no_person', word: '@here' }],
  ['<@u0ben; drop table>', { misread: 'no_person', word: '@somebody' }],
])('the queue with %j behind it is not understood: %j', (text, misread) => {
  expect(parseQueue(text, ME)).toEqual(misread);
});

test.each([
  ['export', { words: ['export'] }],
  ['Export times out', { words: ['Export', 'times', 'out'] }],
  ['“times out” export', { words: ['times out', 'export'] }],
  ['open source', { words: ['open', 'source'] }],
  ['mine', { words: ['mine'] }],
  ['export mine overdue', { words: ['export'], personId: ME, state: 'overdue' }],
  ['export watch Acme Cloud <@U0BEN|ben>', { words: ['export'], watch: 'Acme Cloud', personId: 'U0BEN' }],
  ['100%_done\\', { words: ['100%_done\\'] }],
  ['<https://x.example|x.example>', { words: ['https://x.example'] }],
  ['a b c d e f g h i j', { words: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] }],
])('a search for %j looks for %j', (text, asked) => {
  expect(parseSearch(text, ME)).toEqual({ kind: 'search', ...NONE, ...asked });
});

test.each(['', '   ', '""', '“”', '\u0000'])('a search for %j has nothing to look for', (text) => {
  expect(parseSearch(text, ME)).toEqual({ misread: 'no_words', word: '' });
});

test('a long text is read in no time', () => {
  const started = performance.now();
  for (const long of ['watch '.repeat(1_500), '<'.repeat(9_000), '"'.repeat(9_000), 'mine '.repeat(1_800)]) {
    parseQueue(long, ME);
    parseSearch(long, ME);
  }
  expect(performance.now() - started).toBeLessThan(3_000);
});
