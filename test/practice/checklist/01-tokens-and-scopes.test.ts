/** Checklist: tokens and scopes checked. */
import { expect, test } from '@jest/globals';
import { methods } from '../../../practice/server/api/index.ts';
import { openClient, openPractice, refusal } from '../open-practice.ts';
import { CHANNEL, openBench } from './acting.ts';

async function call(url: string, token?: string): Promise<{ error?: string }> {
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  return (await (await fetch(url, { method: 'POST', headers })).json()) as { error?: string };
}

const tokenless = ['api.test', 'blocks.validate', 'oauth.v2.access'];
const withToken = [...methods.keys()].filter((name) => !tokenless.includes(name));

test('only the methods that Slack opens to everybody take no token', async () => {
  const { slackApiUrl } = await openPractice();
  for (const name of withToken)
    expect([name, (await call(`${slackApiUrl}${name}`)).error]).toEqual([name, 'not_authed']);
  for (const name of tokenless) expect((await call(`${slackApiUrl}${name}`)).error).not.toBe('not_authed');
});

test('a token that was never given out is invalid everywhere', async () => {
  const { slackApiUrl } = await openPractice();
  for (const name of withToken) {
    expect([name, (await call(`${slackApiUrl}${name}`, 'xoxb-other')).error]).toEqual([name, 'invalid_auth']);
  }
});

test('the app token opens sockets and nothing else, the bot token everything else', async () => {
  const { slackApiUrl } = await openPractice();
  for (const name of withToken) {
    const wrong = name === 'apps.connections.open' ? 'xoxb-practice' : 'xapp-practice';
    expect([name, (await call(`${slackApiUrl}${name}`, wrong)).error]).toEqual([name, 'not_allowed_token_type']);
  }
});

test('the app token counts only in the header', async () => {
  const { slackApiUrl } = await openPractice();
  const body = new URLSearchParams({ token: 'xapp-practice' });
  const answer = await fetch(`${slackApiUrl}apps.connections.open`, { method: 'POST', body });
  expect(await answer.json()).toMatchObject({ ok: false, error: 'not_authed' });
});

const needs: [string, string][] = [
  ['chat.postMessage', 'chat:write'],
  ['chat.postEphemeral', 'chat:write'],
  ['chat.update', 'chat:write'],
  ['chat.delete', 'chat:write'],
  ['chat.scheduleMessage', 'chat:write'],
  ['chat.deleteScheduledMessage', 'chat:write'],
  ['chat.unfurl', 'links:write'],
  ['reactions.add', 'reactions:write'],
  ['reactions.remove', 'reactions:write'],
  ['reactions.get', 'reactions:read'],
  ['pins.add', 'pins:write'],
  ['pins.remove', 'pins:write'],
  ['pins.list', 'pins:read'],
  ['conversations.list', 'channels:read'],
  ['conversations.info', 'channels:read'],
  ['conversations.members', 'channels:read'],
  ['conversations.join', 'channels:join'],
  ['conversations.open', 'im:write'],
  ['conversations.history', 'channels:history'],
  ['conversations.replies', 'channels:history'],
  ['conversations.create', 'channels:manage'],
  ['conversations.invite', 'channels:manage'],
  ['conversations.archive', 'channels:manage'],
  ['conversations.rename', 'channels:manage'],
  ['conversations.leave', 'channels:manage'],
  ['users.info', 'users:read'],
  ['users.list', 'users:read'],
  ['users.conversations', 'channels:read'],
  ['users.lookupByEmail', 'users:read.email'],
  ['users.profile.get', 'users.profile:read'],
  ['usergroups.list', 'usergroups:read'],
  ['usergroups.users.list', 'usergroups:read'],
  ['files.getUploadURLExternal', 'files:write'],
  ['files.completeUploadExternal', 'files:write'],
  ['files.info', 'files:read'],
  ['team.info', 'team:read'],
  ['bots.info', 'users:read'],
  ['emoji.list', 'emoji:read'],
];

test.each(needs)('%s asks for %s', async (method, scope) => {
  const others = [...new Set(needs.map(([, one]) => one))].filter((one) => one !== scope);
  const client = openClient(await openPractice({ scopes: others }));
  const answer = await refusal(client.apiCall(method, { channel: CHANNEL }));
  expect(answer).toMatchObject({ error: 'missing_scope', provided: others.join(',') });
  expect(String(answer.needed).split(',')).toContain(scope);
});

test('private channels are made and read with the scopes of private channels', async () => {
  const client = openClient(await openPractice({ scopes: ['channels:manage', 'channels:read', 'channels:history'] }));
  const create = client.conversations.create({ name: 'quiet', is_private: true });
  expect(await refusal(create)).toMatchObject({ error: 'missing_scope', needed: 'groups:write' });
  const list = client.conversations.list({ types: 'public_channel,private_channel' });
  expect(await refusal(list)).toMatchObject({ error: 'missing_scope', needed: 'groups:read' });
});

test('a name of its own needs the scope for it', async () => {
  const client = openClient(await openPractice({ scopes: ['chat:write'] }));
  for (const more of [{ username: 'Owl' }, { icon_emoji: ':owl:' }, { icon_url: 'https://acme.dev/owl.png' }]) {
    const post = client.apiCall('chat.postMessage', { channel: CHANNEL, text: 'x', ...more });
    expect(await refusal(post)).toMatchObject({ error: 'missing_scope', needed: 'chat:write.customize' });
  }
});

test('every answer names the scopes that are there and those the method takes', async () => {
  const practice = await openPractice({ scopes: ['chat:write', 'users:read'] });
  const headers = { authorization: 'Bearer xoxb-practice' };
  const answer = await fetch(`${practice.slackApiUrl}users.list`, { method: 'POST', headers });
  expect(answer.headers.get('x-oauth-scopes')).toBe('chat:write,users:read');
  expect(answer.headers.get('x-accepted-oauth-scopes')).toBe('users:read');
});

test.each([
  ['reaction_added', 'reactions:read'],
  ['message.channels', 'channels:history'],
  ['member_left_channel', 'channels:read'],
])('%s is heard only with %s', async (event, scope) => {
  const deaf = await openBench({ botEvents: [event, 'app_home_opened'], scopes: ['chat:write', 'commands'] });
  const { practice, client, socket } = deaf;
  const { ts = '' } = await client.chat.postMessage({ channel: CHANNEL, text: 'x' });
  const happen = async (one: typeof practice) => {
    await one.act({ act: 'say', as: 'U02BEN', channel: CHANNEL, text: 'y' });
    await one.act({ act: 'react', as: 'U02BEN', channel: CHANNEL, ts, name: 'eyes', on: true });
    await one.act({ act: 'leave', as: 'U01ANA', channel: CHANNEL, user: 'U04DANA' });
    await one.act({ act: 'open_home', as: 'U02BEN' });
  };
  await happen(practice);
  expect((await socket.next()).payload.event?.type).toBe('app_home_opened');
  const keen = await openBench({ botEvents: [event], scopes: ['chat:write', scope] });
  const posted = await keen.client.chat.postMessage({ channel: CHANNEL, text: 'x' });
  if (event === 'message.channels') await keen.socket.next();
  await keen.practice.act({ act: 'say', as: 'U02BEN', channel: CHANNEL, text: 'y' });
  await keen.practice.act({
    act: 'react',
    as: 'U02BEN',
    channel: CHANNEL,
    ts: posted.ts ?? '',
    name: 'eyes',
    on: true,
  });
  await keen.practice.act({ act: 'leave', as: 'U01ANA', channel: CHANNEL, user: 'U04DANA' });
  expect((await keen.socket.next()).payload.event?.type).toBe(event.replace(/\..*/, ''));
});
