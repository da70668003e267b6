/** Checklist: response_url 5 uses, 30 min; 429 with Retry-After; cursor paging. */
import { expect, test } from '@jest/globals';
import { demoWorkspace } from '../../../practice/demo/workspace.ts';
import { methods } from '../../../practice/server/api/index.ts';
import { createLimits } from '../../../practice/server/limits.ts';
import { openClient, openPractice, refusal } from '../open-practice.ts';
import { BEN, CHANNEL, openBench, pressCard, stoppedClock } from './acting.ts';

const post = (url: unknown, body: object) => fetch(String(url), { method: 'POST', body: JSON.stringify(body) });

test('a response_url posts, replaces and deletes, five times in all', async () => {
  const bench = await openBench();
  const { practice } = bench;
  const { ts, payload } = await pressCard(bench);
  await post(payload.response_url, { text: 'Only you' });
  await post(payload.response_url, { text: 'Everybody', response_type: 'in_channel' });
  await post(payload.response_url, { text: 'Changed', replace_original: true });
  expect(practice.seen.ephemerals).toMatchObject([{ person: BEN, message: { text: 'Only you' } }]);
  expect(practice.state.messages.get(CHANNEL)).toMatchObject([{ ts, text: 'Changed' }, { text: 'Everybody' }]);
  await post(payload.response_url, { delete_original: true });
  expect(practice.state.messages.get(CHANNEL)).toMatchObject([{ text: 'Everybody' }]);
  expect((await post(payload.response_url, { text: 'Fifth' })).status).toBe(200);
  const sixth = await post(payload.response_url, { text: 'Sixth' });
  expect([sixth.status, await sixth.json()]).toEqual([404, { ok: false, error: 'used_url' }]);
});

test('a response_url ends after thirty minutes', async () => {
  const { clock, pass } = stoppedClock();
  const { payload } = await pressCard(await openBench({ clock }));
  pass(30 * 60_000);
  expect((await post(payload.response_url, { text: 'just in time' })).status).toBe(200);
  pass(1);
  expect(await (await post(payload.response_url, { text: 'late' })).json()).toEqual({
    ok: false,
    error: 'expired_url',
  });
});

test('an invented response_url answers nobody', async () => {
  const { url } = await openPractice();
  expect(await (await post(`${url}/response/0000`, { text: 'x' })).json()).toEqual({ ok: false, error: 'invalid_url' });
});

/** How many calls a minute Slack lets through at once, by method. */
const tiers: Record<number, string[]> = {
  20: ['reactions.remove', 'conversations.list', 'conversations.create', 'users.list', 'usergroups.list', 'pins.add'],
  50: [
    ...['chat.update', 'chat.delete', 'chat.unfurl', 'chat.scheduleMessage', 'reactions.add', 'reactions.get'],
    ...['conversations.history', 'conversations.replies', 'conversations.info', 'conversations.join'],
    ...['conversations.open', 'conversations.invite', 'users.conversations', 'users.lookupByEmail'],
    'apps.connections.open',
  ],
  100: [
    ...['views.open', 'views.push', 'views.update', 'views.publish', 'chat.postEphemeral', 'users.info'],
    ...['conversations.members', 'files.getUploadURLExternal', 'files.completeUploadExternal', 'files.info'],
  ],
};
tiers[20]?.push('usergroups.users.list', 'emoji.list');

test.each(Object.entries(tiers).flatMap(([calls, names]) => names.map((name) => [name, Number(calls)] as const)))(
  '%s may be called %d times a minute',
  (name, calls) => {
    const { clock, pass } = stoppedClock();
    const limits = createLimits(clock, true);
    const method = methods.get(name);
    if (!method) throw new Error(`there is no ${name}`);
    const take = () => limits.take(method, undefined);
    for (let count = 0; count < calls; count += 1) expect(take()).toBeUndefined();
    const seconds = take();
    expect(seconds).toBe(Math.ceil(60 / calls));
    pass(Number(seconds) * 1000);
    expect(take()).toBeUndefined();
  },
);

test.each(['auth.test', 'chat.getPermalink', 'oauth.v2.access', 'blocks.validate'])('%s meets no limit', (name) => {
  expect(methods.get(name)?.tier).toBeUndefined();
});

test('a call too many is a 429 with Retry-After, and does nothing', async () => {
  const { clock } = stoppedClock();
  const practice = await openPractice({ limits: true, clock });
  const headers = { authorization: 'Bearer xoxb-practice' };
  const list = () => fetch(`${practice.slackApiUrl}users.list`, { method: 'POST', headers });
  for (let count = 0; count < 20; count += 1) expect((await list()).status).toBe(200);
  const answer = await list();
  expect([answer.status, answer.headers.get('retry-after'), await answer.json()]).toEqual([
    429,
    '3',
    { ok: false, error: 'ratelimited' },
  ]);
});

test('posts are one a second and channel after a burst, and the whole workspace has a bound too', async () => {
  const { clock, pass } = stoppedClock();
  const limits = createLimits(clock, true);
  const method = methods.get('chat.postMessage');
  if (!method) throw new Error('there is no chat.postMessage');
  for (let count = 0; count < 5; count += 1) expect(limits.take(method, CHANNEL)).toBeUndefined();
  expect(limits.take(method, CHANNEL)).toBe(1);
  for (let count = 0; count < 295; count += 1) expect(limits.take(method, `C${count}`)).toBeUndefined();
  expect(limits.take(method, 'C999')).toBe('workspace');
  pass(1000);
  expect(limits.take(method, 'C998')).toBeUndefined();
});

test('too many posts of the whole workspace are refused without a 429', async () => {
  const { clock } = stoppedClock();
  const channels = Array.from({ length: 61 }, (_, n) => ({
    ...Object(demoWorkspace.channels[0]),
    id: `C5${n}`,
    name: `c${n}`,
  }));
  const client = openClient(await openPractice({ limits: true, clock, workspace: { ...demoWorkspace, channels } }));
  for (let count = 0; count < 300; count += 1) {
    await client.chat.postMessage({ channel: `C5${Math.floor(count / 5)}`, text: 'x' });
  }
  expect(await refusal(client.chat.postMessage({ channel: 'C560', text: 'x' }))).toMatchObject({
    error: 'rate_limited',
  });
});

test.each([
  ['conversations.list', 'channels', {}],
  ['conversations.members', 'members', { channel: CHANNEL }],
  ['conversations.history', 'messages', { channel: CHANNEL }],
  ['users.list', 'members', {}],
  ['users.conversations', 'channels', { user: BEN }],
  ['chat.scheduledMessages.list', 'scheduled_messages', {}],
])('%s comes in pages until the cursor is empty', async (method, key, args) => {
  const client = openClient(await openPractice());
  const post_at = Math.floor(Date.now() / 1000) + 600;
  for (const text of ['one', 'two', 'three']) {
    await client.chat.postMessage({ channel: CHANNEL, text });
    await client.chat.scheduleMessage({ channel: CHANNEL, text, post_at });
  }
  const read = async (more: object) => {
    const answer = await client.apiCall(method, { ...args, ...more });
    const { [key]: items } = answer as unknown as Record<string, unknown[]>;
    return { items: items ?? [], next: answer.response_metadata?.next_cursor ?? '' };
  };
  const all = await read({});
  const paged: unknown[] = [];
  let cursor = '';
  do {
    const page = await read({ limit: 2, ...(cursor && { cursor }) });
    expect(page.items.length).toBeLessThanOrEqual(2);
    paged.push(...page.items);
    cursor = page.next;
  } while (cursor);
  expect([all.next, all.items.length > 2]).toEqual(['', true]);
  expect(paged).toEqual(all.items);
  expect(await refusal(client.apiCall(method, { ...args, cursor: 'nonsense' }))).toMatchObject({
    error: 'invalid_cursor',
  });
});
