import { expect, test } from '@jest/globals';
import { daysOf } from '../../practice/web/messages/group.ts';
import { applyEvent, compareTs } from '../../practice/web/store/apply-event.ts';
import { formatHash, parseHash, parsePermalink } from '../../practice/web/store/place-hash.ts';
import { countUnread } from '../../practice/web/store/unread.ts';
import type { PageState, PracticeMessage } from '../../practice/wire.ts';

const message = (ts: string, more: Partial<PracticeMessage> = {}): PracticeMessage => ({
  channel: 'C1',
  ts,
  user: 'U2',
  text: '',
  blocks: [],
  replyCount: 0,
  replyUsers: [],
  reactions: [],
  edited: false,
  ...more,
});
const state = (messages: PracticeMessage[]): PageState => ({
  team: { id: 'T1', name: 'Acme', url: '' },
  me: 'U1',
  bot: 'B',
  botOnline: true,
  people: [],
  channels: [],
  messages,
  modals: [],
  home: null,
  commands: [],
  userGroups: [],
  shortcuts: [],
  troubles: [],
});

test('timestamps are compared by number and counter', () => {
  expect(compareTs('999.000002', '1000.000001')).toBeLessThan(0);
  expect(compareTs('1000.000002', '1000.000001')).toBeGreaterThan(0);
  expect(compareTs('1000.000001', '1000.000001')).toBe(0);
});

test('a message takes its place, and its redraw keeps it', () => {
  const before = state([message('1.000001'), message('3.000001')]);
  const after = applyEvent(before, { type: 'message', message: message('2.000001') });
  expect(after.messages.map((each) => each.ts)).toEqual(['1.000001', '2.000001', '3.000001']);
  const redrawn = applyEvent(after, { type: 'message', message: message('2.000001', { text: 'new' }) });
  expect(redrawn.messages.map((each) => each.text)).toEqual(['', 'new', '']);
  expect(redrawn.messages[0]).toBe(before.messages[0]);
  const removed = applyEvent(redrawn, { type: 'message_removed', channel: 'C1', ts: '2.000001' });
  expect(removed.messages).toHaveLength(2);
});

test('unread are roots of others after the mark', () => {
  const messages = [
    message('1.000001'),
    message('2.000001'),
    message('3.000001', { user: 'U1' }),
    message('4.000001', { threadTs: '2.000001' }),
    message('5.000001', { ephemeralFor: 'U1' }),
    message('6.000001'),
  ];
  expect(countUnread(state(messages), { C1: '1.000001' })).toEqual({ C1: 2 });
  expect(countUnread(state(messages), { C1: '6.000001' })).toEqual({});
});

test('one who goes on talking is joined, until the day, the line or another person', () => {
  const at = (seconds: number, more: Partial<PracticeMessage> = {}) =>
    message(`${1_700_000_000 + seconds}.000001`, more);
  const messages = [at(0), at(60), at(400), at(410, { user: 'U3' }), at(420, { user: 'U3' }), at(86_400)];
  const days = daysOf(messages, 1_700_090_000_000, '1700000410.000001', 'U1');
  expect(days.map((day) => day.rows.map((row) => row.compact))).toEqual([[false, true, false, false, false], [false]]);
  expect(days.flatMap((day) => day.rows.map((row) => row.opensNew))).toEqual([false, false, false, false, true, false]);
});

test('the address keeps the place and drops what it does not know', () => {
  const place = { as: 'U1', channel: 'C1', tab: 'home', at: '', thread: '1700000000.000100' } as const;
  expect(parseHash(formatHash(place))).toEqual(place);
  expect(parseHash('#as=<script>&in=C1')).toEqual({ as: '', channel: 'C1', tab: 'messages', at: '', thread: '' });
});

test.each([
  ['/archives/C1/p1700000000000100', { channel: 'C1', at: '1700000000.000100', thread: '' }],
  [
    '/archives/C1/p1700000000000100?thread_ts=1699999999.000001&cid=C1',
    { channel: 'C1', at: '1700000000.000100', thread: '1699999999.000001' },
  ],
  ['/archives/C1', { channel: 'C1', at: '', thread: '' }],
  ['/files/F1', null],
])('the permalink %s leads to its message', (path, place) => {
  expect(parsePermalink(path)).toEqual(place);
});
