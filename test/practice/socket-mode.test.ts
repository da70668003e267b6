import { expect, test } from '@jest/globals';
import type { Practice } from '../../practice/server/index.ts';
import { connect, openSocket, socketUrl } from './bot-socket.ts';
import { expected, openApp, openClient, openPractice, refusal } from './open-practice.ts';

const community = 'C01COMMUNITY';

async function react(practice: Practice, name = 'eyes', on = true): Promise<string> {
  const { ts = '' } =
    practice.state.messages.get(community)?.[0] ??
    (await openClient(practice).chat.postMessage({ channel: community, text: 'A ballot' }));
  await practice.act({ act: 'react', as: 'U02BEN', channel: community, ts, name, on });
  return ts;
}

const votes = { botEvents: ['reaction_added', 'reaction_removed'] };

test('connections are opened by the app token only', async () => {
  const practice = await openPractice();
  const call = openClient(practice).apps.connections.open({});
  expect(await refusal(call)).toMatchObject({ error: 'not_allowed_token_type' });
});

test('an address for a socket works once', async () => {
  const practice = await openPractice();
  const url = await socketUrl(practice);
  const hello = await connect(url).next();
  expect(hello).toMatchObject({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A00PORCHLIGHT' } });
  await connect(url).closed;
  const state = await fetch(`${practice.url}/practice/state`);
  expect(await state.json()).toMatchObject({ botOnline: true });
});

test('the eleventh socket is one too many', async () => {
  const practice = await openPractice();
  for (let count = 0; count < 10; count += 1) await openSocket(practice);
  const eleventh = connect(await socketUrl(practice));
  expect(await eleventh.next()).toMatchObject({ type: 'disconnect', reason: 'too_many_websockets' });
  await eleventh.closed;
});

test('an event carries what Slack sends along', async () => {
  const practice = await openPractice(votes);
  const socket = await openSocket(practice);
  const ts = await react(practice);
  const frame = await socket.next();
  socket.ack(frame);
  expect(frame).toMatchObject({
    type: 'events_api',
    accepts_response_payload: false,
    payload: {
      type: 'event_callback',
      team_id: 'T0PRACTICE',
      api_app_id: 'A00PORCHLIGHT',
      event_id: expect.stringMatching(/^Ev/),
      authorizations: [{ team_id: 'T0PRACTICE', user_id: 'U00PORCHLIGHT', is_bot: true }],
      event: {
        type: 'reaction_added',
        user: 'U02BEN',
        reaction: 'eyes',
        item: { type: 'message', channel: community, ts },
        item_user: 'U00PORCHLIGHT',
        event_ts: expect.any(String),
      },
    },
  });
  await practice.idle();
});

test("the bot's own reactions are told too", async () => {
  const practice = await openPractice(votes);
  const socket = await openSocket(practice);
  const client = openClient(practice);
  const { ts: timestamp = '' } = await client.chat.postMessage({ channel: community, text: 'x' });
  await client.reactions.add({ channel: community, timestamp, name: 'eyes' });
  expect((await socket.next()).payload.event).toMatchObject({ type: 'reaction_added', user: 'U00PORCHLIGHT' });
});

test('an event that is not acknowledged comes again, three times at most', async () => {
  const practice = await openPractice({ ...votes, timing: { ackMs: 5, retryPausesMs: [1, 1, 1] } });
  const socket = await openSocket(practice);
  await react(practice);
  const frames = [await socket.next(), await socket.next(), await socket.next(), await socket.next()];
  await practice.idle();
  expect(frames.map(({ retry_attempt }) => retry_attempt)).toEqual([undefined, 1, 2, 3]);
  expect(frames.map(({ retry_reason }) => retry_reason)).toEqual([undefined, 'timeout', 'timeout', 'timeout']);
  expect(new Set(frames.map(({ payload }) => payload.event_id)).size).toBe(1);
  expect(socket.waiting()).toBe(0);
});

test('each envelope goes to one socket, in turn', async () => {
  const practice = await openPractice(votes);
  const [first, second] = [await openSocket(practice), await openSocket(practice)];
  await react(practice);
  const one = await first.next();
  first.ack(one);
  await react(practice, 'eyes', false);
  const other = await second.next();
  second.ack(other);
  await practice.idle();
  expect([one.payload.event?.type, other.payload.event?.type]).toEqual(['reaction_added', 'reaction_removed']);
  expect([first.waiting(), second.waiting()]).toEqual([0, 0]);
});

test('only events of the manifest are told', async () => {
  const practice = await openPractice({ botEvents: ['reaction_removed'] });
  const socket = await openSocket(practice);
  await react(practice, 'eyes', true);
  await react(practice, 'eyes', false);
  expect((await socket.next()).payload.event?.type).toBe('reaction_removed');
});

test('messages are told only with the event and the scope for reading them', async () => {
  const practice = await openPractice({ botEvents: ['message.channels'], scopes: ['channels:history', 'chat:write'] });
  const socket = await openSocket(practice);
  await practice.act({ act: 'say', as: 'U02BEN', channel: community, text: 'see https://acme.dev & <b>' });
  const { event } = (await socket.next()).payload;
  expect(event).toMatchObject({
    type: 'message',
    channel_type: 'channel',
    text: 'see <https://acme.dev> &amp; &lt;b&gt;',
  });
});

test('events can come twice, late and in another order', async () => {
  const practice = await openPractice(votes);
  const heard: string[] = [];
  const all = expected<void>();
  await openApp(practice, (bot) => {
    for (const type of ['reaction_added', 'reaction_removed'] as const) {
      bot.event(type, async () => {
        heard.push(type);
        if (heard.length === 4) all.arrive();
      });
    }
  });
  practice.misbehave.eventsTwice = true;
  practice.misbehave.holdEvents();
  await react(practice, 'eyes', true);
  await react(practice, 'eyes', false);
  expect(heard).toEqual([]);
  practice.misbehave.releaseEvents('reversed');
  await all.promise;
  expect(heard).toEqual(['reaction_removed', 'reaction_removed', 'reaction_added', 'reaction_added']);
});

test('Bolt comes back by itself when it is asked to reconnect', async () => {
  const practice = await openPractice({ ...votes, timing: { retryPausesMs: [400, 400, 400] } });
  const heard = expected<string>();
  await openApp(practice, (bot) => {
    bot.event('reaction_added', async ({ event }) => heard.arrive(event.reaction));
  });
  practice.misbehave.disconnectSockets();
  await react(practice);
  expect(await heard.promise).toBe('eyes');
});

test('a channel that changes is told to the bot', async () => {
  const practice = await openPractice();
  const socket = await openSocket(practice);
  const told = async () => {
    const frame = await socket.next();
    socket.ack(frame);
    return frame.payload.event?.type;
  };
  const channel = 'C05GENERAL';
  const bot = 'U00PORCHLIGHT';
  await practice.act({ act: 'join', as: 'U01ANA', channel, user: bot });
  expect([await told(), await told()].sort()).toEqual(['member_joined_channel', 'message']);
  await practice.act({ act: 'rename', as: 'U01ANA', channel, name: 'everything' });
  expect(await told()).toBe('channel_rename');
  await practice.act({ act: 'archive', as: 'U01ANA', channel, on: true });
  expect(await told()).toBe('channel_archive');
  await practice.act({ act: 'leave', as: 'U01ANA', channel, user: bot });
  expect(await told()).toBe('channel_left');
});
