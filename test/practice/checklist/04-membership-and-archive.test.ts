/** Checklist: membership and archive rules on every method, postEphemeral too. */
import { expect, test } from '@jest/globals';
import { demoWorkspace } from '../../../practice/demo/workspace.ts';
import { openClient, openPractice, refusal } from '../open-practice.ts';
import { BEN, BOT, CHANNEL, errorOf, UNJOINED } from './acting.ts';

const SECRET = 'C07SECRET';
const secret = {
  id: SECRET,
  name: 'secret',
  topic: '',
  isPrivate: true,
  isArchived: false,
  members: ['U01ANA', BEN],
  created: 0,
};
const withSecret = { ...demoWorkspace, channels: [...demoWorkspace.channels, secret] };
const soon = Math.floor(Date.now() / 1000) + 600;

/** Every method that names a channel, what it needs besides, and what an archived channel makes of it. */
const all: [method: string, args: Record<string, unknown>, archived: string | null][] = [
  ['chat.postMessage', { text: 'x' }, 'is_archived'],
  ['chat.postEphemeral', { text: 'x', user: BEN }, 'is_archived'],
  ['chat.scheduleMessage', { text: 'x', post_at: soon }, 'is_archived'],
  ['chat.update', { text: 'x' }, 'is_inactive'],
  ['chat.delete', {}, 'is_archived'],
  ['reactions.add', { name: 'eyes' }, 'is_archived'],
  ['reactions.remove', { name: 'eyes' }, 'is_archived'],
  ['reactions.get', {}, null],
  ['pins.add', {}, 'is_archived'],
  ['pins.remove', {}, 'is_archived'],
  ['pins.list', {}, null],
  ['conversations.history', {}, null],
  ['conversations.replies', {}, null],
  ['conversations.invite', { users: BEN }, 'is_archived'],
  ['conversations.rename', { name: 'other' }, 'is_archived'],
  ['conversations.archive', {}, 'already_archived'],
];

/** The methods that are open to an app outside a public channel. */
const open: typeof all = [
  ['conversations.join', {}, 'is_archived'],
  ['conversations.leave', {}, 'is_archived'],
  ['conversations.info', {}, null],
  ['conversations.members', {}, null],
  ['chat.getPermalink', {}, null],
];

const scopes = [
  ...['chat:write', 'reactions:read', 'reactions:write', 'pins:read', 'pins:write', 'channels:join'],
  ...['channels:read', 'channels:history', 'channels:manage', 'groups:read', 'groups:history', 'groups:write'],
  ...['files:write'],
];

/** A workspace in which the app wrote one message in each channel before it left the unjoined one again. */
async function opened() {
  const practice = await openPractice({ scopes, workspace: withSecret });
  const client = openClient(practice);
  const { ts = '' } = await client.chat.postMessage({ channel: CHANNEL, text: 'x' });
  await client.conversations.join({ channel: UNJOINED });
  const outside = await client.chat.postMessage({ channel: UNJOINED, text: 'x' });
  await client.conversations.leave({ channel: UNJOINED });
  const at = (at: string) => ({ ts: at, timestamp: at, message_ts: at });
  return { practice, client, inside: at(ts), outside: at(outside.ts ?? '') };
}

test.each(all)('%s refuses a channel the app is not in', async (method, args) => {
  const { client, outside } = await opened();
  expect(await errorOf(client, method, { channel: UNJOINED, ...outside, ...args })).toBe('not_in_channel');
});

test.each([...all, ...open])(
  '%s does not know a private channel the app is not in, nor one that is not',
  async (method, args) => {
    const { client, inside } = await opened();
    for (const channel of [SECRET, 'C99NOWHERE']) {
      expect(await errorOf(client, method, { channel, ...inside, ...args })).toBe('channel_not_found');
    }
  },
);

test.each([...all, ...open])('%s has its own answer in an archived channel', async (method, args, archived) => {
  const { practice, client, inside } = await opened();
  await practice.act({ act: 'archive', as: 'U01ANA', channel: CHANNEL, on: true });
  const call = client.apiCall(method, { channel: CHANNEL, ...inside, ...args });
  if (archived === null) await expect(call).resolves.toMatchObject({ ok: true });
  else expect(await refusal(call)).toMatchObject({ error: archived });
});

test('a private channel the app is not in cannot be posted to by its name either', async () => {
  const { client } = await opened();
  expect(await errorOf(client, 'chat.postMessage', { channel: '#secret', text: 'x' })).toBe('channel_not_found');
  await expect(client.chat.postMessage({ channel: '#community', text: 'x' })).resolves.toMatchObject({
    channel: CHANNEL,
  });
});

test('an ephemeral message is for members', async () => {
  const { practice, client } = await opened();
  await practice.act({ act: 'leave', as: 'U01ANA', channel: CHANNEL, user: BEN });
  const post = { channel: CHANNEL, user: BEN, text: 'psst' };
  expect(await errorOf(client, 'chat.postEphemeral', post)).toBe('user_not_in_channel');
  expect(practice.seen.ephemerals).toEqual([]);
});

test('files are shared where the app is, and nowhere else', async () => {
  const { practice, client } = await opened();
  const { file_id: id = '', upload_url: url = '' } = await client.files.getUploadURLExternal({
    filename: 'x.csv',
    length: 1,
  });
  await fetch(url, { method: 'POST', body: 'x' });
  const share = (channel_id: string) =>
    errorOf(client, 'files.completeUploadExternal', { files: [{ id }], channel_id });
  expect(await share(UNJOINED)).toBe('not_in_channel');
  expect(await share(SECRET)).toBe('channel_not_found');
  await practice.act({ act: 'archive', as: 'U01ANA', channel: CHANNEL, on: true });
  expect(await share(CHANNEL)).toBe('is_archived');
});

test('a channel may be for admins only, and a thread may be closed', async () => {
  const [first, ...rest] = demoWorkspace.channels;
  const quiet = [{ ...Object(first), isAnnouncements: true }, ...rest];
  const strict = openClient(await openPractice({ workspace: { ...demoWorkspace, channels: quiet } }));
  expect(await errorOf(strict, 'chat.postMessage', { channel: CHANNEL, text: 'x' })).toBe('restricted_action');
  const { practice, client, inside } = await opened();
  await practice.act({ act: 'lock_thread', as: 'U01ANA', channel: CHANNEL, ts: inside.ts, on: true });
  const answer = { channel: CHANNEL, text: 'x', thread_ts: inside.ts };
  expect(await errorOf(client, 'chat.postMessage', answer)).toBe('restricted_action_thread_locked');
});

test('people are seen only where the app may see them', async () => {
  const stranger = { id: 'U77MAYA', handle: 'maya', name: 'Maya', title: '', color: '#000000', teamId: 'T0OTHER' };
  const workspace = { ...withSecret, people: [...demoWorkspace.people, stranger] };
  const practice = await openPractice({ workspace });
  const client = openClient(practice);
  expect(await errorOf(client, 'users.info', { user: 'U77MAYA' })).toBe('user_not_visible');
  await practice.act({ act: 'join', as: 'U01ANA', channel: CHANNEL, user: 'U77MAYA' });
  expect((await client.users.info({ user: 'U77MAYA' })).user).toMatchObject({ is_stranger: true, team_id: 'T0OTHER' });
});

test('lists show no private channel the app is not in', async () => {
  const { practice, client } = await opened();
  const types = 'public_channel,private_channel';
  const named = async (call: Promise<{ channels?: { name?: string }[] }>) =>
    (await call).channels?.map(({ name }) => name);
  expect(await named(client.conversations.list({ types }))).not.toContain('secret');
  expect(await named(client.users.conversations({ types, user: BEN }))).not.toContain('secret');
  await practice.act({ act: 'join', as: 'U01ANA', channel: SECRET, user: BOT });
  expect(await named(client.conversations.list({ types }))).toContain('secret');
  expect(await named(client.users.conversations({ types, user: BEN }))).toContain('secret');
});
