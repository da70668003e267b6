import { expect, test } from '@jest/globals';
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
