import { expect, test } from '@jest/globals';
import { connect, openSocket, socketUrl } from './bot-socket.ts';
import { openClient, openPractice, refusal } from './open-practice.ts';

const channel = 'C01COMMUNITY';

test('a lost answer leaves the work done', async () => {
  const practice = await openPractice();
  const client = openClient(practice);
  practice.misbehave.lose('chat.postMessage');
  await expect(client.chat.postMessage({ channel, text: 'A card' })).rejects.toMatchObject({
    code: 'slack_webapi_request_error',
  });
  expect(practice.state.messages.get(channel)).toMatchObject([{ text: 'A card' }]);
  await client.chat.postMessage({ channel, text: 'Another' });
  expect(practice.seen.calls.map(({ method }) => method)).toEqual(['chat.postMessage', 'chat.postMessage']);
});

test('a held answer comes when it is let go, the work done before', async () => {
  const practice = await openPractice();
  const letGo = practice.misbehave.hold('chat.postMessage');
  const posted = openClient(practice).chat.postMessage({ channel, text: 'A card' });
  const other = await openClient(practice).conversations.info({ channel });
  letGo();
  expect((await posted).ok && other.ok).toBe(true);
});

test('a delayed answer comes late', async () => {
  const practice = await openPractice();
  practice.misbehave.delay('auth.test', 1);
  await expect(openClient(practice).auth.test()).resolves.toMatchObject({ ok: true });
});

test('a rate limit, a broken server and a refusal leave the work undone, as many times as asked', async () => {
  const practice = await openPractice();
  const client = openClient(practice);
  const post = () => client.chat.postMessage({ channel, text: 'A card' });
  practice.misbehave.rateLimit('chat.postMessage', 7);
  practice.misbehave.status('chat.postMessage', 503);
  practice.misbehave.refuse('*', 'fatal_error', 2);
  await expect(post()).rejects.toMatchObject({ retryAfter: 7 });
  await expect(post()).rejects.toMatchObject({ statusCode: 503 });
  expect(await refusal(post())).toMatchObject({ error: 'fatal_error' });
  expect(await refusal(post())).toMatchObject({ error: 'fatal_error' });
  expect(practice.state.messages.get(channel)).toBeUndefined();
  await expect(post()).resolves.toMatchObject({ ok: true });
});

test('faults that were set can be taken back', async () => {
  const practice = await openPractice();
  practice.misbehave.status('auth.test', 500, 9);
  practice.misbehave.reset();
  await expect(openClient(practice).auth.test()).resolves.toMatchObject({ ok: true });
});

test('each event changes places with the one after it, and the last one is not lost', async () => {
  const practice = await openPractice({ botEvents: ['message.channels'] });
  const socket = await openSocket(practice);
  practice.misbehave.eventsReordered = true;
  for (const text of ['one', 'two', 'three']) await practice.act({ act: 'say', as: 'U02BEN', channel, text });
  const heard = [];
  for (let count = 0; count < 3; count += 1) {
    const frame = await socket.next();
    socket.ack(frame);
    heard.push(frame.payload.event?.text);
  }
  await practice.idle();
  expect(heard).toEqual(['two', 'one', 'three']);
});

test('in an outage every socket falls, no call is answered and none comes through, until its time is over', async () => {
  let now = new Date('2026-11-22T10:00:00Z');
  const practice = await openPractice({ clock: () => now });
  const client = openClient(practice);
  const socket = await openSocket(practice);
  const url = await socketUrl(practice);
  practice.misbehave.outage(600_000);
  await socket.closed;
  await connect(url).closed;
  await expect(client.chat.postMessage({ channel, text: 'x' })).rejects.toMatchObject({
    code: 'slack_webapi_request_error',
  });
  now = new Date(now.getTime() + 600_000);
  await expect(client.chat.postMessage({ channel, text: 'y' })).resolves.toMatchObject({ ok: true });
  expect(practice.state.messages.get(channel)).toMatchObject([{ text: 'y' }]);
});

test('an answer that is under way when the outage begins is lost, its work is not', async () => {
  const practice = await openPractice();
  const letGo = practice.misbehave.hold('chat.postMessage');
  const posted = openClient(practice)
    .chat.postMessage({ channel, text: 'x' })
    .catch((error: unknown) => error);
  await openClient(practice).auth.test();
  practice.misbehave.outage(600_000);
  letGo();
  expect(await posted).toMatchObject({ code: 'slack_webapi_request_error' });
  expect(practice.state.messages.get(channel)).toMatchObject([{ text: 'x' }]);
});

test('the page stays open in an outage', async () => {
  const practice = await openPractice();
  practice.misbehave.outage(600_000);
  const state = await fetch(`${practice.url}/practice/state`);
  expect(await state.json()).toMatchObject({ botOnline: false });
});

test('reset ends an outage and everything else that was switched on', async () => {
  const practice = await openPractice();
  practice.misbehave.outage(600_000);
  practice.misbehave.eventsTwice = true;
  practice.misbehave.eventsReordered = true;
  practice.misbehave.reset();
  await expect(openClient(practice).auth.test()).resolves.toMatchObject({ ok: true });
  expect(practice.misbehave).toMatchObject({ eventsTwice: false, eventsReordered: false, interactionsTwice: false });
  expect(practice.misbehave.isDown()).toBe(false);
});
