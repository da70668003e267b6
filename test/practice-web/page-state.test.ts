import { expect, test } from '@jest/globals';
import { daysOf } from '../../practice/web/messages/group.ts';
import { applyEvent, compareTs } from '../../practice/web/store/apply-event.ts';
import { formatHash, parseHash, parsePermalink } from '../../practice/web/store/place-hash.ts';
import { countThreadNews, countUnread, latestInThread, threadKey } from '../../practice/web/store/unread.ts';
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

test('new in a thread are replies of others since one wrote in it or looked into it', () => {
  const reply = (ts: string, user: string, threadTs: string) => message(ts, { user, threadTs });
  const messages = [
    message('1.000001'),
    message('2.000001'),
    reply('3.000001', 'U2', '1.000001'),
    reply('4.000001', 'U1', '1.000001'),
    reply('5.000001', 'U2', '1.000001'),
    reply('6.000001', 'U3', '1.000001'),
    reply('7.000001', 'U3', '2.000001'),
  ];
  const [mine, others] = [threadKey('C1', '1.000001'), threadKey('C1', '2.000001')];
  expect(countThreadNews(state(messages), {})).toEqual({ [mine]: 2 });
  expect(countThreadNews(state(messages), { [mine]: '5.000001' })).toEqual({ [mine]: 1 });
  expect(countThreadNews(state(messages), { [mine]: '6.000001', [others]: '2.000001' })).toEqual({ [others]: 1 });
  expect(latestInThread(state(messages), 'C1', '1.000001')).toBe('6.000001');
});

test('a card or a ballot is never joined to the one before', () => {
  const at = (seconds: number, more: Partial<PracticeMessage> = {}) =>
    message(`${1_700_000_000 + seconds}.000001`, more);
  const blocks = [{ type: 'section' }];
  const named = daysOf([at(0), at(1, { username: 'Weekly report' })], 1_700_000_009_000, null, 'U1');
  expect(named[0]?.rows.map((row) => row.compact)).toEqual([false, false]);
  const messages = [at(0), at(1), at(2, { blocks }), at(3, { blocks }), at(4), at(5)];
  const [day] = daysOf(messages, 1_700_000_009_000, null, 'U1');
  expect(day?.rows.map((row) => row.compact)).toEqual([false, true, false, false, false, true]);
});

test('what is told of troubles takes the place of what was told before', () => {
  const troubled = applyEvent(state([]), { type: 'troubles', troubles: [{ kind: 'reorder' }] });
  expect(troubled.troubles).toEqual([{ kind: 'reorder' }]);
  expect(applyEvent(troubled, { type: 'troubles', troubles: [] }).troubles).toEqual([]);
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
  const nowhere = { as: '', channel: '', tab: 'messages', at: '', thread: '', look: '' } as const;
  const place = { as: 'U1', channel: 'C1', tab: 'home', at: '', thread: '1700000000.000100', look: 'wire' } as const;
  expect(parseHash(formatHash(place))).toEqual(place);
  expect(parseHash('#as=<script>&in=C1&look=away')).toEqual({ ...nowhere, channel: 'C1' });
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
