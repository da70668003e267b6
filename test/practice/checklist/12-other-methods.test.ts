/** Checklist: files, usergroups, conversations.join, invite, archive, rename, chat.scheduleMessage, unfurl, users.profile, oauth, pins. */
import { expect, test } from '@jest/globals';
import { demoWorkspace } from '../../../practice/demo/workspace.ts';
import { methods } from '../../../practice/server/api/index.ts';
import { openClient, openPractice, refusal } from '../open-practice.ts';
import { BEN, BOT, CHANNEL, errorOf, openBench, plain, stoppedClock, takeNext, UNJOINED } from './acting.ts';

test('every method that apps of this kind call is known', () => {
  const wanted = `auth.test apps.connections.open chat.postMessage chat.update chat.delete chat.postEphemeral
    chat.getPermalink chat.scheduleMessage chat.unfurl views.open views.push views.update views.publish reactions.add
    reactions.remove reactions.get conversations.info conversations.list conversations.join conversations.open
    conversations.members conversations.history conversations.replies conversations.create conversations.invite
    conversations.archive conversations.rename users.info users.list users.conversations users.lookupByEmail
    users.profile.get usergroups.list usergroups.users.list files.getUploadURLExternal files.completeUploadExternal
    files.info team.info bots.info emoji.list blocks.validate oauth.v2.access pins.add pins.remove pins.list`;
  expect(wanted.split(/\s+/).filter((name) => !methods.has(name))).toEqual([]);
});

test('another method is unknown', async () => {
  expect(await errorOf(openClient(await openPractice()), 'chat.sing', {})).toBe('unknown_method');
});

test('a file is announced, sent, completed, digested and shared in a thread', async () => {
  const { clock, pass } = stoppedClock();
  const client = openClient(await openPractice({ clock }));
  const { ts: thread_ts = '' } = await client.chat.postMessage({ channel: CHANNEL, text: 'Report' });
  const { file_id: id = '', upload_url: url = '' } = await client.files.getUploadURLExternal({
    filename: 'report.csv',
    length: 3,
  });
  const complete = { files: [{ id, title: 'Report' }] };
  expect(await errorOf(client, 'files.completeUploadExternal', complete)).toBe('file_not_found');
  expect(await errorOf(client, 'files.info', { file: id })).toBe('file_not_found');
  expect(await (await fetch(url, { method: 'POST', body: 'a,b' })).text()).toBe('OK - 3');
  const share = { channel_id: CHANNEL, thread_ts, initial_comment: 'As asked' };
  await client.apiCall('files.completeUploadExternal', { ...complete, ...share });
  expect((await client.files.info({ file: id })).file).toMatchObject({ mimetype: '', filetype: '', size: 3 });
  pass(1000);
  expect((await client.files.info({ file: id })).file).toMatchObject({ mimetype: 'text/csv', title: 'Report' });
  const { messages } = await client.conversations.replies({ channel: CHANNEL, ts: thread_ts });
  expect(messages?.[1]).toMatchObject({ text: 'As asked', user: BOT, files: [{ id, name: 'report.csv' }] });
});

test('a picture that is not digested yet, or was never sent, is no picture', async () => {
  const { clock, pass } = stoppedClock();
  const client = openClient(await openPractice({ clock }));
  const { file_id: id = '', upload_url: url = '' } = await client.files.getUploadURLExternal({
    filename: 'x.png',
    length: 3,
  });
  await fetch(url, { method: 'POST', body: 'png' });
  await client.files.completeUploadExternal({ files: [{ id }] });
  const show = (file: string) => {
    const blocks = [{ type: 'image' as const, slack_file: { id: file }, alt_text: 'x' }];
    return client.chat.postMessage({ channel: CHANNEL, text: 'x', blocks });
  };
  expect(await refusal(show(id))).toMatchObject({ error: 'invalid_blocks' });
  pass(1000);
  await expect(show(id)).resolves.toMatchObject({ ok: true });
  expect((await refusal(show('F99'))).errors).toEqual(['invalid slack file [json-pointer:/blocks/0/slack_file]']);
});

test('user groups are listed with their members where the plan has them', async () => {
  const client = openClient(await openPractice());
  const leads = { id: 'S01LEADS', handle: 'leads', user_count: 2 };
  expect((await client.usergroups.list()).usergroups).toMatchObject([leads]);
  expect((await client.usergroups.list()).usergroups?.[0]).not.toHaveProperty('users');
  expect((await client.usergroups.list({ include_users: true })).usergroups).toMatchObject([
    { ...leads, users: ['U01ANA', 'U04DANA'] },
  ]);
  expect(await errorOf(client, 'usergroups.users.list', { usergroup: 'S99' })).toBe('no_such_subteam');
  const workspace = { ...demoWorkspace, team: { ...demoWorkspace.team, isFreePlan: true } };
  const poor = openClient(await openPractice({ workspace }));
  expect(await errorOf(poor, 'usergroups.list', {})).toBe('plan_upgrade_required');
  expect(await errorOf(poor, 'usergroups.users.list', { usergroup: 'S01LEADS' })).toBe('plan_upgrade_required');
});

test('joining makes the app a member, once, of public channels alone', async () => {
  const { practice, client } = await openBench();
  expect(await client.conversations.join({ channel: UNJOINED })).toMatchObject({ channel: { is_member: true } });
  expect(await client.conversations.join({ channel: UNJOINED })).toMatchObject({ warning: 'already_in_channel' });
  const { channel } = await client.conversations.open({ users: BEN });
  const kind = 'method_not_supported_for_channel_type';
  expect(await errorOf(client, 'conversations.join', { channel: channel?.id })).toBe(kind);
  expect(await errorOf(client, 'conversations.archive', { channel: channel?.id })).toBe(kind);
  expect(practice.state.channels.find(({ id }) => id === UNJOINED)?.members).toContain(BOT);
});

test.each([
  ['community', 'name_taken'],
  ['', 'invalid_name_required'],
  ['x'.repeat(81), 'invalid_name_maxlength'],
  ['Launch', 'invalid_name_specials'],
  ['a b', 'invalid_name_specials'],
  ['--', 'invalid_name_punctuation'],
])('a channel cannot be called %j', async (name, error) => {
  const client = openClient(await openPractice());
  expect(await errorOf(client, 'conversations.create', { name })).toBe(error);
  const { channel } = await client.conversations.create({ name: 'launch' });
  expect(await errorOf(client, 'conversations.rename', { channel: channel?.id, name })).toBe(error);
});

test('a channel that the app made is its own to fill, rename and archive', async () => {
  const client = openClient(await openPractice());
  const { channel } = await client.conversations.create({ name: 'launch', is_private: true });
  const id = channel?.id ?? '';
  expect(channel).toMatchObject({ name: 'launch', is_private: true, is_member: true, creator: BOT });
  await client.conversations.invite({ channel: id, users: `${BEN},U03CHI` });
  expect((await client.conversations.members({ channel: id })).members).toEqual([BOT, BEN, 'U03CHI']);
  expect((await client.conversations.rename({ channel: id, name: 'launched' })).channel?.name).toBe('launched');
  await client.conversations.archive({ channel: id });
  expect((await client.conversations.info({ channel: id })).channel).toMatchObject({ is_archived: true });
  expect(await errorOf(client, 'conversations.rename', { channel: CHANNEL, name: 'mine' })).toBe('not_authorized');
});

test.each([
  ['cant_invite_self', BOT],
  ['user_not_found', 'U99NOBODY'],
  ['already_in_channel', BEN],
  ['no_user', ''],
])('an invitation is refused with %s', async (error, users) => {
  const client = openClient(await openPractice());
  expect(await errorOf(client, 'conversations.invite', { channel: CHANNEL, users })).toBe(error);
});

test('one who cannot come keeps the others out, unless it is forced', async () => {
  const client = openClient(await openPractice());
  const { channel } = await client.conversations.create({ name: 'launch' });
  const wish = { channel: channel?.id ?? '', users: `${BEN},U99NOBODY` };
  const refused = await refusal(client.conversations.invite(wish));
  expect(refused.errors).toEqual([{ user: 'U99NOBODY', ok: false, error: 'user_not_found' }]);
  expect((await client.conversations.members({ channel: wish.channel })).members).toEqual([BOT]);
  await client.conversations.invite({ ...wish, force: true });
  expect((await client.conversations.members({ channel: wish.channel })).members).toEqual([BOT, BEN]);
});

test('a scheduled message is posted at its time, unless it is taken back before its last minute', async () => {
  const { clock, pass } = stoppedClock();
  const practice = await openPractice({ clock });
  const client = openClient(practice);
  const now = Math.floor(clock().getTime() / 1000);
  const put = (seconds: number, text: string) =>
    client.chat.scheduleMessage({ channel: CHANNEL, text, post_at: now + seconds });
  const later = await put(600, 'later');
  const { scheduled_message_id: id } = await put(300, 'sooner');
  expect(await refusal(put(0, 'now'))).toMatchObject({ error: 'time_in_past' });
  expect(await refusal(put(121 * 86_400, 'next year'))).toMatchObject({ error: 'time_too_far' });
  const { scheduled_messages: all } = await client.chat.scheduledMessages.list({ channel: CHANNEL });
  expect(all).toMatchObject([{ id, text: 'sooner', post_at: now + 300 }, { text: 'later' }]);
  await client.chat.deleteScheduledMessage({ channel: CHANNEL, scheduled_message_id: id ?? '' });
  pass(541_000);
  const tooLate = { channel: CHANNEL, scheduled_message_id: later.scheduled_message_id };
  expect(await errorOf(client, 'chat.deleteScheduledMessage', tooLate)).toBe('invalid_scheduled_message_id');
  expect(practice.state.messages.get(CHANNEL)).toBeUndefined();
  pass(59_000);
  const { messages } = await client.conversations.history({ channel: CHANNEL });
  expect(messages).toMatchObject([{ text: 'later', user: BOT }]);
  expect((await client.chat.scheduledMessages.list()).scheduled_messages).toEqual([]);
});

test('a profile is a person’s own, and the app’s when nobody is named', async () => {
  const client = openClient(await openPractice());
  const { profile } = await client.users.profile.get({ user: BEN });
  expect(profile).toMatchObject({ real_name: 'Ben Okoro', title: 'Engineer', email: 'ben@acme.example' });
  expect((await client.users.profile.get({})).profile).toMatchObject({ real_name: 'Porchlight' });
  expect(await errorOf(client, 'users.profile.get', { user: 'U99NOBODY' })).toBe('user_not_found');
  const shy = openClient(await openPractice({ scopes: ['users.profile:read'] }));
  expect((await shy.users.profile.get({ user: BEN })).profile).not.toHaveProperty('email');
});

const app = { client_id: '1000.practice', client_secret: 'practice-client-secret' };

/** Agrees as a person would, and gives the code that comes back. */
async function agree(url: string, redirect = 'http://localhost:3000/slack/oauth_redirect'): Promise<string> {
  const query = new URLSearchParams({
    client_id: app.client_id,
    scope: 'chat:write',
    state: 's1',
    redirect_uri: redirect,
  });
  const answer = await fetch(`${url}/oauth/v2/authorize?${query}`, { redirect: 'manual' });
  const back = new URL(answer.headers.get('location') ?? 'http://localhost/');
  expect([back.origin, back.searchParams.get('state')]).toEqual(['http://localhost:3000', 's1']);
  return back.searchParams.get('code') ?? '';
}

test('a code of a person who agreed becomes the token, once, within ten minutes', async () => {
  const { clock, pass } = stoppedClock();
  const practice = await openPractice({ clock, scopes: ['chat:write'] });
  const client = openClient(practice);
  await practice.act({ act: 'uninstall', as: 'U01ANA' });
  const code = await agree(practice.url);
  expect(await errorOf(client, 'oauth.v2.access', { ...app, code: 'other' })).toBe('invalid_code');
  expect(await errorOf(client, 'oauth.v2.access', { ...app, client_id: 'x', code })).toBe('invalid_client_id');
  expect(await errorOf(client, 'oauth.v2.access', { ...app, client_secret: 'x', code })).toBe('bad_client_secret');
  expect(await client.oauth.v2.access({ ...app, code })).toMatchObject({
    access_token: 'xoxb-practice',
    token_type: 'bot',
    scope: 'chat:write',
    bot_user_id: BOT,
    team: { id: 'T0PRACTICE' },
    authed_user: { id: 'U01ANA' },
  });
  await expect(client.auth.test()).resolves.toMatchObject({ ok: true });
  expect(await errorOf(client, 'oauth.v2.access', { ...app, code })).toBe('code_already_used');
  const old = await agree(practice.url);
  pass(600_001);
  expect(await errorOf(client, 'oauth.v2.access', { ...app, code: old })).toBe('invalid_code');
});

test('nobody is sent to another machine with a code', async () => {
  const { url } = await openPractice();
  const query = new URLSearchParams({ client_id: app.client_id, redirect_uri: 'https://evil.example/' });
  const answer = await fetch(`${url}/oauth/v2/authorize?${query}`, { redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
});

test('pins are listed, refused twice, and told', async () => {
  const bench = await openBench({ botEvents: ['pin_added', 'pin_removed'] });
  const { client } = bench;
  const { ts: timestamp = '' } = await client.chat.postMessage({ channel: CHANNEL, text: 'Crisis' });
  const item = { channel: CHANNEL, timestamp };
  await client.pins.add(item);
  expect(await errorOf(client, 'pins.add', item)).toBe('already_pinned');
  expect((await client.pins.list({ channel: CHANNEL })).items).toMatchObject([{ message: { ts: timestamp } }]);
  await client.pins.remove(item);
  expect(await errorOf(client, 'pins.remove', item)).toBe('no_pin');
  const [added, removed] = [await takeNext(bench), await takeNext(bench)].map(({ payload }) => payload.event);
  const about = { user: BOT, channel_id: CHANNEL, item: { type: 'message', message: { ts: timestamp } } };
  expect(added).toMatchObject({ type: 'pin_added', ...about });
  expect(removed).toMatchObject({ type: 'pin_removed', ...about, has_pins: false });
});

test('the validator says what is wrong with blocks, a message or a view, and takes one of them', async () => {
  const client = openClient(await openPractice());
  const blocks = [{ type: 'header', text: plain('') }];
  const validate = async (args: Record<string, unknown>) => {
    const { errors } = (await client.apiCall('blocks.validate', args)) as unknown as { errors: { pointer: string }[] };
    return errors[0]?.pointer;
  };
  expect(await validate({ blocks })).toBe('/blocks/0/text/text');
  expect(await validate({ message: { blocks } })).toBe('/blocks/0/text/text');
  expect(await validate({ view: { type: 'home', blocks } })).toBe('/view/blocks/0/text/text');
  expect(await validate({ blocks: [{ type: 'divider' }] })).toBeUndefined();
  expect(await errorOf(client, 'blocks.validate', { blocks, view: {} })).toBe('invalid_arguments');
});
