/** Checklist: one connection per envelope; redelivery when not acked in 3 s; periodic `disconnect`; pings answered; too_many_websockets above 10. */
import { expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import type { Practice } from '../../../practice/server/index.ts';
import { defaultTiming } from '../../../practice/server/options.ts';
import { until } from '../../helpers/until.ts';
import { connect, openSocket, socketUrl } from '../bot-socket.ts';
import { afterwards, expected, openApp, openPractice } from '../open-practice.ts';
import { BEN, CHANNEL } from './acting.ts';

const talk = { botEvents: ['message.channels'] };
const say = (practice: Practice, text = 'x') => practice.act({ act: 'say', as: BEN, channel: CHANNEL, text });

test('each envelope goes to one of several sockets, and all get their share', async () => {
  const practice = await openPractice(talk);
  const sockets = [await openSocket(practice), await openSocket(practice), await openSocket(practice)];
  const heard = [];
  for (const socket of sockets) {
    await say(practice);
    const frame = await socket.next();
    socket.ack(frame);
    heard.push(frame.envelope_id);
  }
  await practice.idle();
  expect(new Set(heard).size).toBe(3);
  expect(sockets.map((socket) => socket.waiting())).toEqual([0, 0, 0]);
});

test('the acknowledgement may come over any time within three seconds, and there are three more attempts', () => {
  expect(defaultTiming.ackMs).toBe(3000);
  expect(defaultTiming.retryPausesMs).toHaveLength(3);
});

test('what is not acknowledged in time comes again as itself, three times at most', async () => {
  const practice = await openPractice({ ...talk, timing: { ackMs: 5, retryPausesMs: [1, 1, 1] } });
  const socket = await openSocket(practice);
  await say(practice);
  const frames = [await socket.next(), await socket.next(), await socket.next(), await socket.next()];
  await practice.idle();
  expect(frames.map(({ retry_attempt }) => retry_attempt)).toEqual([undefined, 1, 2, 3]);
  expect(frames.map(({ retry_reason }) => retry_reason)).toEqual([undefined, 'timeout', 'timeout', 'timeout']);
  expect(new Set(frames.map(({ payload }) => payload.event_id)).size).toBe(1);
  expect(new Set(frames.map(({ envelope_id }) => envelope_id)).size).toBe(4);
  expect(socket.waiting()).toBe(0);
});

test('what was acknowledged does not come again', async () => {
  const practice = await openPractice({ ...talk, timing: { ackMs: 50, retryPausesMs: [1, 1, 1] } });
  const socket = await openSocket(practice);
  await say(practice);
  socket.ack(await socket.next());
  await practice.idle();
  expect(socket.waiting()).toBe(0);
});

test('what a falling socket did not acknowledge goes to another', async () => {
  const practice = await openPractice({ ...talk, timing: { ackMs: 60_000, retryPausesMs: [1] } });
  const first = await openSocket(practice);
  await say(practice);
  await first.next();
  const second = await openSocket(practice);
  first.cut();
  const again = await second.next();
  second.ack(again);
  expect(again).toMatchObject({ retry_attempt: 1, payload: { event: { text: 'x' } } });
});

test('a socket is told to reconnect when its time is over, and is shut when it stays', async () => {
  const practice = await openPractice({ timing: { refreshMs: 20, goodbyeMs: 20 } });
  const socket = await openSocket(practice);
  expect(await socket.next()).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' });
  await socket.closed;
});

test.each(['refresh_requested', 'warning', 'link_disabled'] as const)(
  'a test may tell every socket %s',
  async (reason) => {
    const practice = await openPractice();
    const sockets = [await openSocket(practice), await openSocket(practice)];
    practice.misbehave.disconnectSockets(reason);
    for (const socket of sockets) expect(await socket.next()).toMatchObject({ type: 'disconnect', reason });
  },
);

test('Bolt follows the call to reconnect and hears on', async () => {
  const timing = { refreshMs: 300, goodbyeMs: 60_000, retryPausesMs: Array(30).fill(100) };
  const practice = await openPractice({ ...talk, timing });
  const heard = expected<string>();
  await openApp(practice, (bot) => {
    bot.message('after', async () => heard.arrive('after'));
  });
  const opened = () => practice.seen.calls.filter(({ method }) => method === 'apps.connections.open').length;
  await until('Bolt asks for a second socket', () => opened() > 1);
  await say(practice, 'after');
  expect(await heard.promise).toBe('after');
});

test('a ping is answered', async () => {
  const practice = await openPractice();
  const socket = new WebSocket(await socketUrl(practice));
  afterwards(async () => socket.terminate());
  await new Promise((resolve) => socket.once('open', resolve));
  const pong = new Promise<string>((resolve) => socket.once('pong', (data) => resolve(data.toString())));
  socket.ping('are you there');
  expect(await pong).toBe('are you there');
});

test('a socket that answers no ping is cut off', async () => {
  const practice = await openPractice({ timing: { pingMs: 20 } });
  const silent = new WebSocket(await socketUrl(practice), { autoPong: false });
  afterwards(async () => silent.terminate());
  const lively = await openSocket(practice);
  await new Promise((resolve) => silent.once('close', resolve));
  const state = await fetch(`${practice.url}/practice/state`);
  expect(await state.json()).toMatchObject({ botOnline: true });
  expect(lively.waiting()).toBe(0);
});

test('ten sockets are welcome and told how many they are, the eleventh is not', async () => {
  const practice = await openPractice();
  const counts = [];
  for (let count = 0; count < 10; count += 1) {
    counts.push((await connect(await socketUrl(practice)).next()).num_connections);
  }
  expect(counts).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  const eleventh = connect(await socketUrl(practice));
  expect(await eleventh.next()).toMatchObject({ type: 'disconnect', reason: 'too_many_websockets' });
  await eleventh.closed;
});

test('an address for a socket works once, for half a minute', async () => {
  let nowMs = Date.parse('2026-11-22T10:00:00Z');
  const practice = await openPractice({ clock: () => new Date(nowMs) });
  const [once, late] = [await socketUrl(practice), await socketUrl(practice)];
  expect(await connect(once).next()).toMatchObject({ type: 'hello' });
  const again = connect(once);
  await again.closed;
  nowMs += 30_001;
  const tooLate = connect(late);
  await tooLate.closed;
  expect([again.waiting(), tooLate.waiting()]).toEqual([0, 0]);
});
