import { expect, test } from '@jest/globals';
import { emojiNames } from '../../practice/server/workspace/emoji-names.ts';
import { openClient, openPractice, refusal } from './open-practice.ts';

const community = 'C01COMMUNITY';
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });

test.each([
  ['no token', '', 'not_authed'],
  ['an unknown token', 'xoxb-other', 'invalid_auth'],
  ['the app token', 'xapp-practice', 'not_allowed_token_type'],
])('a call with %s is refused', async (_, token, error) => {
  const practice = await openPractice();
  const headers = token ? { authorization: `Bearer ${token}` } : undefined;
  const answer = await fetch(`${practice.slackApiUrl}auth.test`, { method: 'POST', headers });
  expect(await answer.json()).toEqual({ ok: false, error });
});

test('a method that does not exist is unknown', async () => {
  const client = openClient(await openPractice());
  expect(await refusal(client.apiCall('chat.sing'))).toMatchObject({ error: 'unknown_method' });
});

test('a call without its scope says which one is needed and which are there', async () => {
  const client = openClient(await openPractice({ scopes: ['chat:write', 'users:read'] }));
  expect(
    await refusal(client.reactions.add({ channel: community, timestamp: '1.000000', name: 'eyes' })),
  ).toMatchObject({
    error: 'missing_scope',
    needed: 'reactions:write',
    provided: 'chat:write,users:read',
  });
});

test('the scopes come back as a header that the client reads', async () => {
  const client = openClient(await openPractice({ scopes: ['chat:write', 'users:read'] }));
  const answer = await client.auth.test();
  expect(answer).toMatchObject({ team_id: 'T0PRACTICE', user_id: 'U00PORCHLIGHT', bot_id: 'B00PORCHLIGHT' });
  expect(answer.response_metadata?.scopes).toEqual(['chat:write', 'users:read']);
});

test('e-mail addresses are shown only with their scope', async () => {
  const client = openClient(await openPractice({ scopes: ['users:read'] }));
  const { user } = await client.users.info({ user: 'U01ANA' });
  expect(user).toMatchObject({ is_admin: true, real_name: 'Ana Lima', profile: { title: 'Community manager' } });
  expect(user?.profile?.email).toBeUndefined();
});

test('posts get timestamps of their own, generated block ids and escaped text', async () => {
  const practice = await openPractice({ clock: () => new Date('2026-11-22T10:00:00Z') });
  const client = openClient(practice);
  const text = 'a < b & <@U01ANA> &amp; <https://acme.dev|us>';
  const first = await client.chat.postMessage({ channel: community, text, blocks: [section(text)] });
  const second = await client.chat.postMessage({ channel: community, text: 'next' });
  const escaped = 'a &lt; b &amp; <@U01ANA> &amp; <https://acme.dev|us>';
  expect(first.message).toMatchObject({
    text: escaped,
    blocks: [{ block_id: expect.any(String), text: { text: escaped } }],
  });
  expect([first.ts, second.ts]).toEqual(['1795341600.000000', '1795341600.000001']);
});

test.each([
  [{ channel: 'C99NOWHERE', text: 'x' }, 'channel_not_found'],
  [{ channel: 'C05GENERAL', text: 'x' }, 'not_in_channel'],
  [{ channel: community, text: ' ' }, 'no_text'],
  [{ channel: community, text: 'x', thread_ts: '1.000001' }, 'thread_not_found'],
  [{ channel: community, text: 'x', markdown_text: 'y' }, 'markdown_text_conflict'],
  [{ channel: community, text: 'x', metadata: { event_type: 'card' } }, 'invalid_metadata_format'],
  [{ channel: community, text: 'x', blocks: '{' }, 'invalid_blocks_format'],
  [{ channel: community, text: 'x', blocks: Array(6).fill(section('y'.repeat(2900))) }, 'msg_blocks_too_long'],
  [{ channel: community, text: 'x', username: 'Somebody' }, 'missing_scope'],
])('posting %j is refused as %s', async (args, error) => {
  const client = openClient(await openPractice({ scopes: ['chat:write'] }));
  expect(await refusal(client.apiCall('chat.postMessage', args))).toMatchObject({ error });
});

test('nothing can be posted into or changed in an archived channel', async () => {
  const practice = await openPractice();
  const client = openClient(practice);
  const { ts = '' } = await client.chat.postMessage({ channel: community, text: 'x' });
  await practice.act({ act: 'archive', as: 'U01ANA', channel: community, on: true });
  expect(await refusal(client.chat.postMessage({ channel: community, text: 'x' }))).toMatchObject({
    error: 'is_archived',
  });
  expect(await refusal(client.chat.update({ channel: community, ts, text: 'y' }))).toMatchObject({
    error: 'is_inactive',
  });
  const reacted = client.reactions.add({ channel: community, timestamp: ts, name: 'eyes' });
  expect(await refusal(reacted)).toMatchObject({ error: 'is_archived' });
});

test('posting to a person opens the direct conversation with them', async () => {
  const practice = await openPractice();
  const client = openClient(practice);
  const posted = await client.chat.postMessage({ channel: 'U02BEN', text: 'Hello Ben' });
  const opened = await client.conversations.open({ users: 'U02BEN' });
  expect(opened).toMatchObject({ channel: { id: posted.channel }, already_open: true });
  expect((await client.conversations.info({ channel: posted.channel ?? '' })).channel).toMatchObject({ is_im: true });
});

test('an update with text alone drops the blocks and keeps the metadata', async () => {
  const client = openClient(await openPractice());
  const metadata = { event_type: 'card', event_payload: { id: 7 } };
  const { ts = '' } = await client.chat.postMessage({
    channel: community,
    text: 'x',
    blocks: [section('y')],
    metadata,
  });
  await client.chat.update({ channel: community, ts, text: 'z' });
  const { messages } = await client.conversations.history({ channel: community, include_all_metadata: true });
  expect(messages).toMatchObject([{ text: 'z', metadata }]);
  expect(messages?.[0]?.blocks).toBeUndefined();
});

test('metadata goes away when an update sends an empty object', async () => {
  const client = openClient(await openPractice());
  const metadata = { event_type: 'card', event_payload: { id: 7 } };
  const { ts = '' } = await client.chat.postMessage({ channel: community, text: 'x', metadata });
  await client.apiCall('chat.update', { channel: community, ts, text: 'z', metadata: {} });
  const { messages } = await client.conversations.history({ channel: community, include_all_metadata: true });
  expect(messages?.[0]?.metadata).toBeUndefined();
});

test('an update refuses a text of more than 4000 characters, a post does not', async () => {
  const client = openClient(await openPractice());
  const { ts = '' } = await client.chat.postMessage({ channel: community, text: 'x'.repeat(5000) });
  const update = client.chat.update({ channel: community, ts, text: 'x'.repeat(4001) });
  expect(await refusal(update)).toMatchObject({ error: 'msg_too_long' });
});

test('the bot changes and deletes only what it wrote itself', async () => {
  const practice = await openPractice();
  const client = openClient(practice);
  await practice.act({ act: 'say', as: 'U02BEN', channel: community, text: 'Mine' });
  const ts = practice.state.messages.get(community)?.at(-1)?.ts ?? '';
  expect(await refusal(client.chat.update({ channel: community, ts, text: 'x' }))).toMatchObject({
    error: 'cant_update_message',
  });
  expect(await refusal(client.chat.delete({ channel: community, ts }))).toMatchObject({ error: 'cant_delete_message' });
  const gone = client.chat.update({ channel: community, ts: '1.000000', text: 'x' });
  expect(await refusal(gone)).toMatchObject({ error: 'message_not_found' });
});

test('a deleted root with replies leaves its thread behind', async () => {
  const client = openClient(await openPractice());
  const { ts = '' } = await client.chat.postMessage({ channel: community, text: 'Root' });
  await client.chat.postMessage({ channel: community, text: 'Reply', thread_ts: ts });
  await client.chat.delete({ channel: community, ts });
  const { messages } = await client.conversations.replies({ channel: community, ts });
  expect(messages?.map(({ text }) => text)).toEqual(['This message was deleted.', 'Reply']);
});

test('an ephemeral message reaches one member only and cannot be updated', async () => {
  const practice = await openPractice();
  const client = openClient(practice);
  await practice.act({ act: 'leave', as: 'U01ANA', channel: community, user: 'U04DANA' });
  const toDana = client.chat.postEphemeral({ channel: community, user: 'U04DANA', text: 'psst' });
  expect(await refusal(toDana)).toMatchObject({ error: 'user_not_in_channel' });
  const { message_ts: ts = '' } = await client.chat.postEphemeral({ channel: community, user: 'U02BEN', text: 'psst' });
  expect(await refusal(client.chat.update({ channel: community, ts, text: 'x' }))).toMatchObject({
    error: 'message_not_found',
  });
  const unjoined = client.chat.postEphemeral({ channel: 'C05GENERAL', user: 'U02BEN', text: 'psst' });
  expect(await refusal(unjoined)).toMatchObject({ error: 'not_in_channel' });
});

test('a reaction can be put on once and taken off once', async () => {
  const client = openClient(await openPractice());
  const { ts: timestamp = '' } = await client.chat.postMessage({ channel: community, text: 'x' });
  const item = { channel: community, timestamp };
  expect((await client.reactions.get({ ...item, full: true })).message).not.toHaveProperty('reactions');
  await client.reactions.add({ ...item, name: 'eyes' });
  expect(await refusal(client.reactions.add({ ...item, name: 'eyes' }))).toMatchObject({ error: 'already_reacted' });
  await client.reactions.remove({ ...item, name: 'eyes' });
  expect(await refusal(client.reactions.remove({ ...item, name: 'eyes' }))).toMatchObject({ error: 'no_reaction' });
  expect(await refusal(client.reactions.add({ ...item, name: 'white_tick' }))).toMatchObject({ error: 'invalid_name' });
  expect(await refusal(client.reactions.get({ ...item, timestamp: '7' }))).toMatchObject({ error: 'bad_timestamp' });
});

test('lists come in pages that the client can walk through', async () => {
  const client = openClient(await openPractice());
  const names: (string | undefined)[] = [];
  for await (const page of client.paginate('conversations.list', { limit: 2 })) {
    const { channels = [] } = page as { channels?: { name?: string }[] };
    names.push(...channels.map(({ name }) => name));
  }
  expect(names).toEqual(['community', 'approvals', 'help-wanted', 'product', 'sales', 'general']);
  expect(await refusal(client.conversations.list({ cursor: 'nonsense' }))).toMatchObject({ error: 'invalid_cursor' });
});

test('history is the newest first and can be cut by time', async () => {
  const client = openClient(await openPractice());
  const posts = [];
  for (const text of ['one', 'two', 'three']) posts.push(await client.chat.postMessage({ channel: community, text }));
  const oldest = posts[0]?.ts;
  const { messages } = await client.conversations.history({ channel: community, oldest });
  expect(messages?.map(({ text }) => text)).toEqual(['three', 'two']);
  const inclusive = await client.conversations.history({ channel: community, oldest, inclusive: true, limit: 1 });
  expect(inclusive).toMatchObject({ has_more: true, messages: [{ text: 'three' }] });
});

test('joining a public channel lets the bot post there', async () => {
  const client = openClient(await openPractice());
  await client.conversations.join({ channel: 'C05GENERAL' });
  await expect(client.chat.postMessage({ channel: 'C05GENERAL', text: 'Hello' })).resolves.toMatchObject({ ok: true });
  expect(await client.conversations.join({ channel: 'C05GENERAL' })).toMatchObject({ warning: 'already_in_channel' });
});

test('people and groups can be looked up, and strangers are not found', async () => {
  const client = openClient(await openPractice());
  expect((await client.users.lookupByEmail({ email: 'BEN@acme.example' })).user?.id).toBe('U02BEN');
  expect(await refusal(client.users.lookupByEmail({ email: 'x@y.z' }))).toMatchObject({ error: 'users_not_found' });
  expect(await refusal(client.users.info({ user: 'U99' }))).toMatchObject({ error: 'user_not_found' });
  expect((await client.usergroups.users.list({ usergroup: 'S01LEADS' })).users).toEqual(['U01ANA', 'U04DANA']);
  const unknown = client.usergroups.users.list({ usergroup: 'S99' });
  expect(await refusal(unknown)).toMatchObject({ error: 'no_such_subteam' });
});

test('emoji that people vote with are known', () => {
  const everyday = [
    '+1',
    'thumbsup',
    '-1',
    'white_check_mark',
    'octagonal_sign',
    'eyes',
    'x',
    'heavy_check_mark',
    'no_entry',
  ];
  expect(everyday.filter((name) => !emojiNames.has(name))).toEqual([]);
});
