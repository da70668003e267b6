/** Checklist: shortcuts, message actions, block_suggestion; channel_archive, channel_rename, member_joined_channel, app_uninstalled, tokens_revoked. */
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { afterwards, openApp, openClient, refusal } from '../open-practice.ts';
import {
  BEN,
  BOT,
  CHANNEL,
  errorOf,
  heardOf,
  modal,
  openBench,
  openIds,
  plain,
  pressCard,
  takeNext,
  UNJOINED,
} from './acting.ts';

const manifestFile = join(import.meta.dirname, '../../../manifest.yml');

test('a global shortcut comes with a trigger, and without channel or response_url', async () => {
  const bench = await openBench({ manifestFile });
  const act = bench.practice.act({ act: 'shortcut', as: BEN, callbackId: 'log_mention' });
  const payload = await heardOf(bench, act);
  expect(payload).toMatchObject({
    type: 'shortcut',
    callback_id: 'log_mention',
    action_ts: expect.any(String),
    token: expect.any(String),
    team: { id: 'T0PRACTICE', domain: 'acme-practice' },
    user: { id: BEN, username: 'ben', team_id: 'T0PRACTICE' },
  });
  expect(payload).not.toHaveProperty('channel');
  expect(payload).not.toHaveProperty('response_url');
  await bench.client.views.open({ trigger_id: String(payload.trigger_id), view: modal() });
  expect(openIds(bench)).toHaveLength(1);
});

test('a message shortcut brings the message, its channel and a response_url', async () => {
  const bench = await openBench({ manifestFile });
  const { practice } = bench;
  await practice.act({ act: 'say', as: 'U03CHI', channel: CHANNEL, text: 'They called again' });
  const [{ ts = '' } = {}] = practice.state.messages.get(CHANNEL) ?? [];
  const act = practice.act({ act: 'message_shortcut', as: BEN, callbackId: 'log_message', channel: CHANNEL, ts });
  expect(await heardOf(bench, act)).toMatchObject({
    type: 'message_action',
    callback_id: 'log_message',
    message_ts: ts,
    message: { text: 'They called again', user: 'U03CHI' },
    channel: { id: CHANNEL, name: 'community' },
    user: { id: BEN },
    response_url: expect.stringContaining('/response/'),
    trigger_id: expect.any(String),
  });
});

test('a shortcut that the manifest does not have is none', async () => {
  const { practice } = await openBench({ manifestFile });
  expect(await practice.act({ act: 'shortcut', as: BEN, callbackId: 'log_message' })).toMatchObject({ ok: false });
  expect(await practice.act({ act: 'shortcut', as: BEN, callbackId: 'dance' })).toMatchObject({ ok: false });
});

test('a menu of the app asks it for options, and shows what it answers', async () => {
  const bench = await openBench();
  const accessory = { type: 'external_select', action_id: 'who' };
  const blocks = [{ type: 'section', block_id: 'team', text: plain('Who?'), accessory }];
  const { ts = '' } = await bench.client.chat.postMessage({ channel: CHANNEL, text: 'x', blocks });
  const place = { channel: CHANNEL, ts };
  const asked = bench.practice.act({ act: 'suggest', as: BEN, place, blockId: 'team', actionId: 'who', value: 'an' });
  const options = [{ text: plain('Ana'), value: 'a' }];
  const payload = await heardOf(bench, asked, { options });
  expect(payload).toMatchObject({
    type: 'block_suggestion',
    action_id: 'who',
    block_id: 'team',
    value: 'an',
    container: { type: 'message', message_ts: ts },
    channel: { id: CHANNEL },
    user: { id: BEN },
  });
  expect(payload).not.toHaveProperty('response_url');
  expect(await asked).toEqual({ ok: true, options });
});

const changes = ['channel_created', 'channel_archive', 'channel_unarchive', 'channel_rename', 'channel_left'];

/** The next event that is told. */
async function told(bench: Awaited<ReturnType<typeof openBench>>) {
  return (await takeNext(bench)).payload.event ?? {};
}

test('the app hears of every public channel that opens, closes, is renamed or lets it go', async () => {
  const bench = await openBench({ botEvents: changes });
  const { practice, client } = bench;
  const { channel } = await client.conversations.create({ name: 'launch' });
  const id = channel?.id ?? '';
  const made = { id, name: 'launch', created: expect.any(Number), creator: BOT };
  expect(await told(bench)).toMatchObject({ type: 'channel_created', channel: made });
  await client.conversations.rename({ channel: id, name: 'launched' });
  expect(await told(bench)).toMatchObject({ type: 'channel_rename', channel: { id, name: 'launched' } });
  await client.conversations.archive({ channel: id });
  expect(await told(bench)).toMatchObject({ type: 'channel_archive', channel: id, user: BOT });
  await practice.act({ act: 'archive', as: 'U01ANA', channel: UNJOINED, on: true });
  expect(await told(bench)).toMatchObject({ type: 'channel_archive', channel: UNJOINED, user: 'U01ANA' });
  await practice.act({ act: 'archive', as: 'U01ANA', channel: UNJOINED, on: false });
  expect(await told(bench)).toMatchObject({ type: 'channel_unarchive', channel: UNJOINED });
  await practice.act({ act: 'leave', as: 'U01ANA', channel: CHANNEL, user: BOT });
  expect(await told(bench)).toMatchObject({ type: 'channel_left', channel: CHANNEL });
});

test('the app hears who joins its channels, itself too, and nothing of the others', async () => {
  const bench = await openBench({ botEvents: ['member_joined_channel'] });
  const { practice, client } = bench;
  const { channel } = await client.conversations.create({ name: 'launch' });
  await practice.act({ act: 'leave', as: 'U01ANA', channel: UNJOINED, user: BEN });
  await practice.act({ act: 'join', as: 'U01ANA', channel: UNJOINED, user: BEN });
  await client.conversations.invite({ channel: channel?.id ?? '', users: BEN });
  const joined = { type: 'member_joined_channel', channel_type: 'C', team: 'T0PRACTICE' };
  expect(await told(bench)).toMatchObject({ ...joined, user: BEN, channel: channel?.id, inviter: BOT });
  await practice.act({ act: 'join', as: 'U01ANA', channel: UNJOINED, user: BOT });
  expect(await told(bench)).toMatchObject({ ...joined, user: BOT, channel: UNJOINED, inviter: 'U01ANA' });
});

const farewells = ['app_uninstalled', 'tokens_revoked', 'reaction_added'];

test.each([
  ['uninstalled', 'account_inactive', ['app_uninstalled', 'tokens_revoked']],
  ['revoked', 'token_revoked', ['tokens_revoked']],
] as const)('an app that is %s hears it, its token is dead, and nothing else comes', async (how, error, heard) => {
  const bench = await openBench({ botEvents: farewells });
  const { practice, client } = bench;
  const { ts = '', payload } = await pressCard(bench);
  await practice.act({ act: 'uninstall', as: 'U01ANA', how });
  const events = [];
  for (const _ of heard) events.push(await told(bench));
  expect(events.map(({ type }) => type).sort()).toEqual([...heard]);
  expect(events.find(({ type }) => type === 'tokens_revoked')).toMatchObject({ tokens: { bot: [BOT] } });
  expect(await errorOf(client, 'auth.test', {})).toBe(error);
  expect(await errorOf(client, 'chat.postMessage', { channel: CHANNEL, text: 'x' })).toBe(error);
  await practice.act({ act: 'react', as: BEN, channel: CHANNEL, ts, name: 'eyes', on: true });
  const action = (payload.actions as { type: string; action_id: string; block_id: string }[])[0];
  if (action) await practice.act({ act: 'press', as: BEN, place: { channel: CHANNEL, ts }, action, values: {} });
  expect(practice.seen.notices.at(-1)?.text).toBe('Porchlight is not installed in this workspace any more.');
  await practice.idle();
  expect(bench.socket.waiting()).toBe(0);
});

test('an app that is installed again works as before, and so does one that took its own token back', async () => {
  const bench = await openBench({ botEvents: [...farewells] });
  const { practice, client } = bench;
  expect(await client.auth.revoke({ test: true })).toMatchObject({ revoked: false });
  expect(await client.auth.revoke()).toMatchObject({ revoked: true });
  expect(await refusal(client.auth.test())).toMatchObject({ error: 'token_revoked' });
  await practice.act({ act: 'install', as: 'U01ANA' });
  await expect(client.auth.test()).resolves.toMatchObject({ ok: true, user_id: BOT });
});

test('an app that was let go may still connect, as its own token is not the workspace’s', async () => {
  const { practice } = await openBench();
  await practice.act({ act: 'uninstall', as: 'U01ANA' });
  await expect(openClient(practice, 'xapp-practice').apps.connections.open({})).resolves.toMatchObject({ ok: true });
});

test('Bolt hears both farewells', async () => {
  const { practice } = await openBench({ botEvents: farewells });
  practice.misbehave.dropSockets();
  const heard: string[] = [];
  let all = () => {};
  const done = new Promise<void>((resolve) => {
    all = resolve;
  });
  await openApp(practice, (app) => {
    for (const type of ['app_uninstalled', 'tokens_revoked'] as const) {
      app.event(type, async () => {
        heard.push(type);
        if (heard.length === 2) all();
      });
    }
  });
  await practice.act({ act: 'uninstall', as: 'U01ANA' });
  await done;
  expect(heard.sort()).toEqual(['app_uninstalled', 'tokens_revoked']);
  afterwards(() => practice.idle());
});
