/** Checklist: only own messages edited or deleted; metadata kept when omitted; text-only update drops blocks; names and unfurls kept. */
import { expect, test } from '@jest/globals';
import { demoWorkspace } from '../../../practice/demo/workspace.ts';
import { openClient, openPractice, refusal } from '../open-practice.ts';
import { CHANNEL, errorOf, openBench, plain, section, stoppedClock } from './acting.ts';

test('the messages of others can neither be changed nor deleted', async () => {
  const practice = await openPractice();
  const client = openClient(practice);
  await practice.act({ act: 'say', as: 'U02BEN', channel: CHANNEL, text: 'Mine' });
  const [{ ts = '' } = {}] = practice.state.messages.get(CHANNEL) ?? [];
  expect(await errorOf(client, 'chat.update', { channel: CHANNEL, ts, text: 'x' })).toBe('cant_update_message');
  expect(await errorOf(client, 'chat.delete', { channel: CHANNEL, ts })).toBe('cant_delete_message');
  expect(practice.state.messages.get(CHANNEL)).toMatchObject([{ text: 'Mine' }]);
});

test('what is gone, and what only one person saw, cannot be changed', async () => {
  const client = openClient(await openPractice());
  const { ts = '' } = await client.chat.postMessage({ channel: CHANNEL, text: 'x' });
  await client.chat.delete({ channel: CHANNEL, ts });
  expect(await errorOf(client, 'chat.update', { channel: CHANNEL, ts, text: 'y' })).toBe('message_not_found');
  expect(await errorOf(client, 'chat.delete', { channel: CHANNEL, ts })).toBe('message_not_found');
  const { message_ts: seen } = await client.chat.postEphemeral({ channel: CHANNEL, user: 'U02BEN', text: 'psst' });
  expect(await errorOf(client, 'chat.update', { channel: CHANNEL, ts: seen, text: 'y' })).toBe('message_not_found');
});

const metadata = { event_type: 'card', event_payload: { id: 7 } };

async function read(client: ReturnType<typeof openClient>) {
  const { messages = [] } = await client.conversations.history({ channel: CHANNEL, include_all_metadata: true });
  return messages[0];
}

test('an update keeps the metadata unless it sends its own, and drops it for an empty object', async () => {
  const client = openClient(await openPractice());
  const { ts = '' } = await client.chat.postMessage({ channel: CHANNEL, text: 'x', metadata });
  await client.chat.update({ channel: CHANNEL, ts, text: 'y' });
  expect(await read(client)).toMatchObject({ text: 'y', metadata });
  const other = { ...metadata, event_payload: { id: 8 } };
  await client.chat.update({ channel: CHANNEL, ts, text: 'y', metadata: other });
  expect(await read(client)).toMatchObject({ metadata: other });
  await client.apiCall('chat.update', { channel: CHANNEL, ts, text: 'z', metadata: {} });
  expect(await read(client)).not.toHaveProperty('metadata');
});

test('metadata is shown only to those who ask for it', async () => {
  const client = openClient(await openPractice());
  await client.chat.postMessage({ channel: CHANNEL, text: 'x', metadata });
  const { messages } = await client.conversations.history({ channel: CHANNEL });
  expect(messages?.[0]).not.toHaveProperty('metadata');
});

test('an update with text alone drops the blocks and marks the message as edited; one with blocks does not', async () => {
  const client = openClient(await openPractice());
  const blocks = [section('y')];
  const { ts = '' } = await client.chat.postMessage({ channel: CHANNEL, text: 'x', blocks });
  await client.chat.update({ channel: CHANNEL, ts, text: 'x', blocks });
  expect(await read(client)).not.toHaveProperty('edited');
  await client.chat.update({ channel: CHANNEL, ts, text: 'z' });
  expect(await read(client)).toMatchObject({ text: 'z', edited: { user: 'U00PORCHLIGHT' } });
  expect(await read(client)).not.toHaveProperty('blocks');
});

test('rich text does not become something else', async () => {
  const client = openClient(await openPractice());
  const words = { type: 'rich_text_section', elements: [{ type: 'text', text: 'x' }] };
  const blocks = [{ type: 'rich_text', elements: [words] }] as never;
  const { ts = '' } = await client.chat.postMessage({ channel: CHANNEL, text: 'x', blocks });
  const update = client.chat.update({ channel: CHANNEL, ts, text: 'x', blocks: [section('y')] });
  expect(await refusal(update)).toMatchObject({ error: 'block_mismatch' });
});

test('a workspace may close the window for edits', async () => {
  const { clock, pass } = stoppedClock();
  const workspace = { ...demoWorkspace, team: { ...demoWorkspace.team, editWindowMinutes: 5 } };
  const client = openClient(await openPractice({ clock, workspace }));
  const { ts = '' } = await client.chat.postMessage({ channel: CHANNEL, text: 'x' });
  const update = () => client.chat.update({ channel: CHANNEL, ts, text: 'y' });
  pass(5 * 60_000);
  await expect(update()).resolves.toMatchObject({ ok: true });
  pass(1);
  expect(await refusal(update())).toMatchObject({ error: 'edit_window_closed' });
});

test('a name and an icon of its own stay with the message', async () => {
  const client = openClient(await openPractice());
  const { ts = '' } = await client.chat.postMessage({
    channel: CHANNEL,
    text: 'x',
    username: 'Night owl',
    icon_emoji: ':owl:',
  });
  await client.chat.update({ channel: CHANNEL, ts, text: 'y' });
  expect(await read(client)).toMatchObject({ username: 'Night owl', icons: { emoji: ':owl:' } });
});

test('the app adorns links to its own sites, and no others', async () => {
  const bench = await openBench({ botEvents: ['link_shared'] });
  const { practice, client, socket } = bench;
  const url = 'https://docs.acme.example/a?b=1&c=2';
  await practice.act({ act: 'say', as: 'U02BEN', channel: CHANNEL, text: `see ${url} and https://other.example/` });
  const { event = {} } = (await socket.next()).payload;
  const [{ ts = '' } = {}] = practice.state.messages.get(CHANNEL) ?? [];
  expect(event).toMatchObject({ channel: CHANNEL, message_ts: ts, user: 'U02BEN', is_bot_user_member: true });
  expect(event.links).toEqual([{ domain: 'acme.example', url }]);
  const unfurl = (link: string, at: Record<string, unknown> = { channel: CHANNEL, ts }) =>
    client.apiCall('chat.unfurl', { ...at, unfurls: { [link]: { blocks: [section('Docs')] } } });
  await unfurl(url, { unfurl_id: event.unfurl_id, source: event.source });
  await unfurl(url);
  expect((await read(client))?.attachments).toMatchObject([
    { id: 1, from_url: url, blocks: [{ text: plain('Docs') }] },
  ]);
  expect(await refusal(unfurl('https://other.example/'))).toMatchObject({ error: 'cannot_unfurl_url' });
  expect(await refusal(unfurl('https://acme.example/elsewhere'))).toMatchObject({ error: 'cannot_unfurl_url' });
  expect(await refusal(unfurl(url, { channel: CHANNEL, ts: '1.000001' }))).toMatchObject({
    error: 'cannot_find_message',
  });
});
