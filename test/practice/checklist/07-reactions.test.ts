/** Checklist: `already_reacted`, `no_reaction`, `reactions.get` with `full`, `channel`; the bot's reactions emit events too, with every field. */
import { expect, test } from '@jest/globals';
import { demoWorkspace } from '../../../practice/demo/workspace.ts';
import { openClient, openPractice } from '../open-practice.ts';
import { BEN, BOT, CHANNEL, errorOf, openBench, takeNext } from './acting.ts';

async function aBallot() {
  const practice = await openPractice();
  const client = openClient(practice);
  const { ts: timestamp = '' } = await client.chat.postMessage({ channel: CHANNEL, text: 'A ballot' });
  return { practice, client, item: { channel: CHANNEL, timestamp } };
}

test('the app puts a reaction on once and takes only its own off', async () => {
  const { practice, client, item } = await aBallot();
  const eyes = { ...item, name: 'eyes' };
  await client.reactions.add(eyes);
  expect(await errorOf(client, 'reactions.add', eyes)).toBe('already_reacted');
  await client.reactions.remove(eyes);
  expect(await errorOf(client, 'reactions.remove', eyes)).toBe('no_reaction');
  await practice.act({ act: 'react', as: BEN, channel: CHANNEL, ts: item.timestamp, name: 'eyes', on: true });
  expect(await errorOf(client, 'reactions.remove', eyes)).toBe('no_reaction');
});

test.each([
  ['invalid_name', 'reactions.add', { name: 'white_tick' }],
  ['no_item_specified', 'reactions.get', { timestamp: '' }],
  ['bad_timestamp', 'reactions.get', { timestamp: 'soon' }],
  ['message_not_found', 'reactions.get', { timestamp: '1.000001' }],
])('%s', async (error, method, args) => {
  const { client, item } = await aBallot();
  expect(await errorOf(client, method, { ...item, ...args })).toBe(error);
});

test('a message bears fifty kinds of emoji, and a person gives twenty-three of them', async () => {
  const { practice, client, item } = await aBallot();
  const names = Object.keys(Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`mark_${n}`, ''])));
  practice.state.emoji = Object.fromEntries(names.map((name) => [name, 'https://acme.dev/x.png']));
  const add = (name = '') => errorOf(client, 'reactions.add', { ...item, name });
  for (const name of names.slice(0, 23)) await client.reactions.add({ ...item, name });
  expect(await add(names[23])).toBe('too_many_reactions');
  for (const name of names.slice(23, 50)) {
    await practice.act({ act: 'react', as: BEN, channel: CHANNEL, ts: item.timestamp, name, on: true });
  }
  expect(await add(names[50])).toBe('too_many_emoji');
});

test('a closed thread takes no reaction', async () => {
  const { practice, client, item } = await aBallot();
  const { ts = '' } = await client.chat.postMessage({ channel: CHANNEL, text: 'x', thread_ts: item.timestamp });
  await practice.act({ act: 'lock_thread', as: 'U01ANA', channel: CHANNEL, ts: item.timestamp, on: true });
  for (const timestamp of [item.timestamp, ts]) {
    const eyes = { channel: CHANNEL, timestamp, name: 'eyes' };
    expect(await errorOf(client, 'reactions.add', eyes)).toBe('thread_locked');
  }
});

test('only the full answer names everybody; the count is always of all', async () => {
  const crowd = Array.from({ length: 12 }, (_, n) => ({
    id: `U9${n}`,
    handle: `p${n}`,
    name: `P${n}`,
    title: '',
    color: '#000000',
  }));
  const [room, ...rest] = demoWorkspace.channels;
  const full = { ...Object(room), members: [...(room?.members ?? []), ...crowd.map(({ id }) => id)] };
  const workspace = { ...demoWorkspace, people: [...demoWorkspace.people, ...crowd], channels: [full, ...rest] };
  const practice = await openPractice({ workspace });
  const client = openClient(practice);
  const { ts: timestamp = '' } = await client.chat.postMessage({ channel: CHANNEL, text: 'A ballot' });
  for (const { id } of crowd) {
    await practice.act({ act: 'react', as: id, channel: CHANNEL, ts: timestamp, name: 'eyes', on: true });
  }
  const whole = await client.reactions.get({ channel: CHANNEL, timestamp, full: true });
  const part = await client.reactions.get({ channel: CHANNEL, timestamp });
  expect(whole).toMatchObject({ type: 'message', channel: CHANNEL });
  expect(whole.message?.reactions).toEqual([{ name: 'eyes', users: crowd.map(({ id }) => id), count: 12 }]);
  const some = crowd.slice(0, 10).map(({ id }) => id);
  expect(part.message?.reactions).toEqual([{ name: 'eyes', users: some, count: 12 }]);
});

test('without reactions there is no key for them, and each skin tone is a reaction of its own', async () => {
  const { practice, client, item } = await aBallot();
  expect((await client.reactions.get({ ...item, full: true })).message).not.toHaveProperty('reactions');
  for (const name of ['thumbsup', 'thumbsup::skin-tone-6']) {
    await practice.act({ act: 'react', as: BEN, channel: CHANNEL, ts: item.timestamp, name, on: true });
  }
  expect((await client.reactions.get({ ...item, full: true })).message?.reactions).toEqual([
    { name: 'thumbsup', users: [BEN], count: 1 },
    { name: 'thumbsup::skin-tone-6', users: [BEN], count: 1 },
  ]);
});

test.each([
  ['of the app itself', BOT],
  ['of a person', BEN],
])('a reaction %s is told with all that belongs to it', async (_, user) => {
  const bench = await openBench({ botEvents: ['reaction_added', 'reaction_removed'] });
  const { practice, client } = bench;
  const { ts = '' } = await client.chat.postMessage({ channel: CHANNEL, text: 'A ballot' });
  const item = { channel: CHANNEL, timestamp: ts, name: 'eyes' };
  const act = { act: 'react', as: BEN, channel: CHANNEL, ts, name: 'eyes' } as const;
  await (user === BOT ? client.reactions.add(item) : practice.act({ ...act, on: true }));
  const added = await takeNext(bench);
  await (user === BOT ? client.reactions.remove(item) : practice.act({ ...act, on: false }));
  const removed = await takeNext(bench);
  const about = { user, reaction: 'eyes', item: { type: 'message', channel: CHANNEL, ts }, item_user: BOT };
  expect([added, removed].map(({ payload }) => payload.event)).toEqual([
    { type: 'reaction_added', ...about, event_ts: expect.stringMatching(/^\d+\.\d{6}$/) },
    { type: 'reaction_removed', ...about, event_ts: expect.stringMatching(/^\d+\.\d{6}$/) },
  ]);
  expect(added.payload).toMatchObject({
    type: 'event_callback',
    team_id: 'T0PRACTICE',
    api_app_id: 'A00PORCHLIGHT',
    event_id: expect.stringMatching(/^Ev/),
    event_time: expect.any(Number),
    event_context: expect.any(String),
    is_ext_shared_channel: false,
    authorizations: [
      { enterprise_id: null, team_id: 'T0PRACTICE', user_id: BOT, is_bot: true, is_enterprise_install: false },
    ],
  });
  expect(removed.payload.event_id).not.toBe(added.payload.event_id);
});
