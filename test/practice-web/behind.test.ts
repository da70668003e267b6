import { expect, test } from '@jest/globals';
import { troubleSentences } from '../../practice/web/behind/trouble-words.ts';
import { filterEntries, outcome, SHOW_ALL } from '../../practice/web/behind/wire-filter.ts';
import type { TroubleNow, WireEntry } from '../../practice/wire.ts';

const NOW = 1_700_000_000_000;

test.each<[TroubleNow, string]>([
  [{ kind: 'lose', method: '*', times: 1 }, 'The next call will be done, but the answer is lost.'],
  [
    { kind: 'lose', method: 'chat.update', times: 2 },
    'The next 2 calls of chat.update will be done, but the answers are lost.',
  ],
  [{ kind: 'delay', method: '*', times: 1, ms: 1500 }, 'The next call will be answered 1.5 s late.'],
  [{ kind: 'delay', method: '*', times: 1, ms: 0 }, 'The next call will be answered only when a test lets it go.'],
  [{ kind: 'rate_limit', method: '*', times: 1, seconds: 10 }, 'The next call will be told to wait 10 s (429).'],
  [{ kind: 'status', method: '*', times: 1, status: 503 }, 'The next call will meet an error of Slack’s own (503).'],
  [{ kind: 'refuse', method: '*', times: 1, error: 'fatal_error' }, 'The next call will be refused (fatal_error).'],
  [{ kind: 'events_twice' }, 'Every event is sent twice.'],
  [{ kind: 'interactions_twice' }, 'Every click and command is sent twice.'],
  [{ kind: 'reorder' }, 'Events overtake each other.'],
  [{ kind: 'outage', untilMs: NOW + 9.9 * 60_000 }, 'Slack is away for another 10 minutes.'],
  [{ kind: 'outage', untilMs: NOW + 20_000 }, 'Slack is away for another minute.'],
])('the trouble %j is said in words', (trouble, sentence) => {
  expect(troubleSentences([trouble], NOW)).toEqual([sentence]);
});

test('an outage that is over is not said any more', () => {
  expect(troubleSentences([{ kind: 'outage', untilMs: NOW }], NOW)).toEqual([]);
});

const entry = (id: number, more: Partial<WireEntry>): WireEntry => ({
  id,
  atMs: NOW,
  kind: 'call',
  name: 'chat.update',
  about: '#community',
  ok: true,
  note: '',
  ms: 3,
  ...more,
});
const entries = [
  entry(1, {}),
  entry(2, { kind: 'event', name: 'reaction_added', about: 'Ben Okoro · #community · eyes' }),
  entry(3, { ok: false, note: 'channel_not_found' }),
];
const ids = (shown: WireEntry[]) => shown.map(({ id }) => id);

test('the inspector shows the newest first, and of them what was asked for', () => {
  expect(ids(filterEntries(entries, SHOW_ALL))).toEqual([3, 2, 1]);
  const slow = entry(4, { kind: 'interaction', atMs: NOW - 200 });
  expect(ids(filterEntries([...entries, slow], SHOW_ALL))).toEqual([3, 2, 1, 4]);
  expect(ids(filterEntries(entries, { ...SHOW_ALL, kind: 'call' }))).toEqual([3, 1]);
  expect(ids(filterEntries(entries, { ...SHOW_ALL, failedOnly: true }))).toEqual([3]);
  expect(ids(filterEntries(entries, { ...SHOW_ALL, words: 'ben  EYES' }))).toEqual([2]);
  expect(ids(filterEntries(entries, { ...SHOW_ALL, words: 'not_found' }))).toEqual([3]);
});

test('how an entry ended is always a word', () => {
  expect(entries.map(outcome)).toEqual(['ok', 'ok', 'channel_not_found']);
  expect(outcome(entry(4, { ok: true, note: 'sent again (1)' }))).toBe('ok, sent again (1)');
  expect(outcome(entry(5, { ok: false }))).toBe('failed');
});
