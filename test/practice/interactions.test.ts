import { expect, test } from '@jest/globals';
import type { StateValues } from '../../practice/wire.ts';
import { type BotSocket, openSocket } from './bot-socket.ts';
import { afterwards, openClient, openPractice, refusal } from './open-practice.ts';

const channel = 'C01COMMUNITY';
const plain = (text: string) => ({ type: 'plain_text' as const, text });
const menu = {
  type: 'section',
  block_id: 'team',
  text: plain('Who?'),
  accessory: { type: 'static_select', action_id: 'who', options: [{ text: plain('A'), value: 'a' }] },
};
const field = {
  type: 'input',
  block_id: 'reply',
  label: plain('Reply'),
  element: { type: 'plain_text_input', action_id: 'text' },
};
const buttons = {
  type: 'actions',
  block_id: 'acts',
  elements: [{ type: 'button', action_id: 'claim', value: '7', text: plain('Claim') }],
};
const claim = { type: 'button', action_id: 'claim', block_id: 'acts', value: '7' };
const modal = (more: object = {}) => ({
  type: 'modal' as const,
  callback_id: 'draft',
  title: plain('Draft'),
  submit: plain('Save'),
  blocks: [field],
  private_metadata: 'id=7',
  ...more,
});
const typed = (value: string): StateValues => ({ reply: { text: { type: 'plain_text_input', value } } });

async function open(options = {}) {
  const practice = await openPractice({ botEvents: [], ...options });
  const client = openClient(practice);
  const socket = await openSocket(practice);
  return { practice, client, socket };
}

type World = Awaited<ReturnType<typeof open>>;

/** Presses the button of a fresh card as Ben; the payload that the bot gets. */
async function press({ practice, client, socket }: World) {
  const { ts = '' } = await client.chat.postMessage({ channel, text: 'A card', blocks: [menu, buttons] });
  const done = practice.act({ act: 'press', as: 'U02BEN', place: { channel, ts }, action: claim, values: {} });
  const frame = await socket.next();
  socket.ack(frame);
  expect(await done).toEqual({ ok: true });
  return { ts, payload: frame.payload, trigger: String(frame.payload.trigger_id) };
}

/** Opens the modal for Ben; its id. */
async function openModal(world: World, more: object = {}): Promise<string> {
  const { trigger } = await press(world);
  const { view } = await world.client.views.open({ trigger_id: trigger, view: modal(more) });
  return view?.id ?? '';
}

/** Submits Ben's modal and answers with this acknowledgement. */
async function submit({ practice, socket }: World, viewId: string, answer?: object, text = 'Hi') {
  const done = practice.act({ act: 'submit', as: 'U02BEN', viewId, values: typed(text) });
  const frame = await socket.next();
  socket.ack(frame, answer);
  await done;
  return frame.payload;
}

const stack = ({ practice }: World) => practice.seen.modals.get('U02BEN') ?? [];

test('a press in a message tells all that Slack tells', async () => {
  const world = await open();
  const { ts, payload } = await press(world);
  expect(payload).toMatchObject({
    type: 'block_actions',
    user: { id: 'U02BEN', username: 'ben', team_id: 'T0PRACTICE' },
    team: { id: 'T0PRACTICE' },
    api_app_id: 'A00PORCHLIGHT',
    container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false },
    channel: { id: channel, name: 'community' },
    message: { ts, text: 'A card', user: 'U00PORCHLIGHT', bot_id: 'B00PORCHLIGHT' },
    state: { values: { team: { who: { type: 'static_select', selected_option: null } } } },
    response_url: expect.stringContaining('/response/'),
    actions: [{ ...claim, action_ts: expect.any(String) }],
  });
});

test('a press in a view carries the view with its state, and no response_url', async () => {
  const world = await open();
  const { client, practice, socket } = world;
  const { view } = await client.views.publish({
    user_id: 'U02BEN',
    view: { type: 'home', blocks: [menu, buttons] as never },
  });
  const values = { team: { who: { type: 'static_select', selected_option: { text: plain('A'), value: 'a' } } } };
  const done = practice.act({ act: 'press', as: 'U02BEN', place: { viewId: view?.id ?? '' }, action: claim, values });
  const frame = await socket.next();
  socket.ack(frame);
  await done;
  expect(frame.payload).toMatchObject({
    container: { type: 'view', view_id: view?.id },
    view: { type: 'home', state: { values } },
  });
  expect(frame.payload).not.toHaveProperty('response_url');
  expect(frame.payload).not.toHaveProperty('message');
});

test('what is not there cannot be pressed', async () => {
  const { practice, client } = await open();
  const { ts = '' } = await client.chat.postMessage({ channel, text: 'A card', blocks: [menu] });
  const answer = await practice.act({ act: 'press', as: 'U02BEN', place: { channel, ts }, action: claim, values: {} });
  expect(answer).toMatchObject({ ok: false });
});

test('the person is told when the bot does not answer, and when it is not there', async () => {
  const { practice, client, socket } = await open({ timing: { ackMs: 1 } });
  const { ts = '' } = await client.chat.postMessage({ channel, text: 'A card', blocks: [buttons] });
  const act = { act: 'press', as: 'U02BEN', place: { channel, ts }, action: claim, values: {} } as const;
  await practice.act(act);
  practice.misbehave.dropSockets();
  await socket.closed;
  await practice.act(act);
  expect(practice.seen.notices).toEqual([
    { person: 'U02BEN', text: 'Porchlight did not answer in time. Wait a moment and try again.' },
    { person: 'U02BEN', text: 'Porchlight is not connected, so nothing happened. Start it and try again.' },
  ]);
});

test('a trigger works once, for three seconds, and must be real', async () => {
  let now = new Date('2026-11-22T10:00:00Z');
  const world = await open({ clock: () => now });
  const { client } = world;
  const { trigger } = await press(world);
  await client.views.open({ trigger_id: trigger, view: modal() });
  const again = client.views.open({ trigger_id: trigger, view: modal() });
  expect(await refusal(again)).toMatchObject({ error: 'exchanged_trigger_id' });
  const invented = client.views.open({ trigger_id: '1.2.x', view: modal() });
  expect(await refusal(invented)).toMatchObject({ error: 'invalid_trigger_id' });
  const late = await press(world);
  now = new Date(now.getTime() + 3001);
  const expired = client.views.open({ trigger_id: late.trigger, view: modal() });
  expect(await refusal(expired)).toMatchObject({ error: 'expired_trigger_id' });
});

test('a submission carries the view as it was opened and closes it when acknowledged', async () => {
  const world = await open();
  const id = await openModal(world);
  expect(await submit(world, id)).toMatchObject({
    type: 'view_submission',
    user: { id: 'U02BEN', name: 'ben' },
    view: {
      id,
      callback_id: 'draft',
      private_metadata: 'id=7',
      root_view_id: id,
      previous_view_id: null,
      state: { values: typed('Hi') },
    },
    response_urls: [],
  });
  expect(stack(world)).toEqual([]);
});

test("a required field that is empty is held back by Slack's own client", async () => {
  const world = await open();
  const id = await openModal(world);
  await world.practice.act({ act: 'submit', as: 'U02BEN', viewId: id, values: typed('') });
  expect(stack(world)).toMatchObject([{ errors: { reply: 'Please complete this required field.' } }]);
  expect(world.socket.waiting()).toBe(0);
});

test('errors keep the modal open with their sentences', async () => {
  const world = await open();
  const id = await openModal(world);
  await submit(world, id, { response_action: 'errors', errors: { reply: 'Too short' } });
  expect(stack(world)).toMatchObject([{ view: { id }, errors: { reply: 'Too short' } }]);
});

test('an update keeps the id and changes the hash; a push goes on top; clear closes all', async () => {
  const world = await open();
  const id = await openModal(world);
  const { hash } = stack(world)[0]?.view ?? {};
  await submit(world, id, { response_action: 'update', view: modal({ title: plain('Again') }) });
  expect(stack(world)).toMatchObject([{ view: { id, title: plain('Again') } }]);
  expect(stack(world)[0]?.view.hash).not.toBe(hash);
  await submit(world, id, { response_action: 'push', view: modal() });
  const top = stack(world)[1]?.view;
  expect(top).toMatchObject({ previous_view_id: id, root_view_id: id });
  await submit(world, top?.id ?? '', { response_action: 'clear' });
  expect(stack(world)).toEqual([]);
});

test('a modal that is answered with a wrong view stays and says that there was trouble', async () => {
  const world = await open();
  const id = await openModal(world);
  await submit(world, id, { response_action: 'update', view: { type: 'modal' } });
  expect(stack(world)).toMatchObject([{ view: { id } }]);
  expect(world.practice.seen.notices).toMatchObject([{ text: 'We had some trouble connecting. Try again?' }]);
});

test('a fourth modal is one too many', async () => {
  const world = await open();
  const { client } = world;
  await openModal(world);
  for (let count = 2; count <= 3; count += 1) {
    await client.views.push({ trigger_id: (await press(world)).trigger, view: modal() });
  }
  const fourth = client.views.push({ trigger_id: (await press(world)).trigger, view: modal() });
  expect(await refusal(fourth)).toMatchObject({ error: 'push_limit_reached' });
});

test('a view is updated only under the hash it was read with', async () => {
  const world = await open();
  const id = await openModal(world);
  const hash = stack(world)[0]?.view.hash;
  await world.client.views.update({ view_id: id, hash, view: modal() });
  const again = world.client.views.update({ view_id: id, hash, view: modal() });
  expect(await refusal(again)).toMatchObject({ error: 'hash_conflict' });
  const unknown = world.client.views.update({ view_id: 'V99', view: modal() });
  expect(await refusal(unknown)).toMatchObject({ error: 'not_found' });
});

test('closing is told only for modals that asked for it, with the truth about the rest', async () => {
  const world = await open();
  const { practice, client, socket } = world;
  const id = await openModal(world, { notify_on_close: true });
  await client.views.push({ trigger_id: (await press(world)).trigger, view: modal() });
  const done = practice.act({ act: 'close', as: 'U02BEN', viewId: id, all: true });
  const frame = await socket.next();
  socket.ack(frame);
  await done;
  expect(frame.payload).toMatchObject({ type: 'view_closed', is_cleared: true, view: { id } });
  expect(stack(world)).toEqual([]);
  expect(socket.waiting()).toBe(0);
});

test('a response_url posts to the person, replaces and deletes, five times in all', async () => {
  const world = await open();
  const { practice } = world;
  const { ts, payload } = await press(world);
  const post = (body: object) => fetch(String(payload.response_url), { method: 'POST', body: JSON.stringify(body) });
  await post({ text: 'Only you' });
  await post({ text: 'Everybody', response_type: 'in_channel' });
  await post({ text: 'Changed', replace_original: true });
  expect(practice.seen.ephemerals).toMatchObject([{ person: 'U02BEN', message: { text: 'Only you' } }]);
  expect(practice.state.messages.get(channel)).toMatchObject([
    { ts, text: 'Changed', blocks: [] },
    { text: 'Everybody' },
  ]);
  await post({ delete_original: true });
  expect(practice.state.messages.get(channel)).toMatchObject([{ text: 'Everybody' }]);
  expect((await post({ text: '' })).status).toBe(400);
  expect(await (await post({ text: 'Sixth' })).json()).toEqual({ ok: false, error: 'used_url' });
});

test('a response_url ends after half an hour', async () => {
  let now = new Date('2026-11-22T10:00:00Z');
  const { payload } = await press(await open({ clock: () => now }));
  now = new Date(now.getTime() + 31 * 60_000);
  const answer = await fetch(String(payload.response_url), { method: 'POST', body: '{"text":"late"}' });
  expect(await answer.json()).toEqual({ ok: false, error: 'expired_url' });
});

test('an ephemeral message can be pressed and replaced', async () => {
  const { practice, client, socket } = await open();
  await client.chat.postEphemeral({ channel, user: 'U02BEN', text: 'psst', blocks: [buttons] });
  const ts = practice.seen.ephemerals[0]?.message.ts ?? '';
  const done = practice.act({ act: 'press', as: 'U02BEN', place: { channel, ts }, action: claim, values: {} });
  const frame = await socket.next();
  socket.ack(frame);
  await done;
  expect(frame.payload).toMatchObject({ container: { is_ephemeral: true, message_ts: ts } });
  const body = JSON.stringify({ text: 'Done', replace_original: true });
  await fetch(String(frame.payload.response_url), { method: 'POST', body });
  expect(practice.seen.ephemerals).toMatchObject([{ message: { ts, text: 'Done', blocks: [] } }]);
});

async function command(world: { practice: World['practice']; socket: BotSocket }, text: string) {
  const done = world.practice.act({ act: 'command', as: 'U01ANA', channel, command: '/community', text });
  const frame = await world.socket.next();
  world.socket.ack(frame, { response_type: 'in_channel', text: 'Here' });
  await done;
  return frame.payload;
}

test('a slash command is flat strings, with people, channels and links in Slack notation', async () => {
  const world = await open();
  expect(await command(world, ' log https://acme.dev/a?b=1&c=2 by @Ben Okoro in #help-wanted & more')).toMatchObject({
    command: '/community',
    text: 'log <https://acme.dev/a?b=1&amp;c=2> by <@U02BEN|ben> in <#C03HELP|help-wanted> &amp; more',
    user_id: 'U01ANA',
    user_name: 'ana',
    channel_name: 'community',
    is_enterprise_install: 'false',
  });
  expect(world.practice.state.messages.get(channel)).toMatchObject([{ text: 'Here' }]);
});

test('a command that the manifest does not have is no command', async () => {
  const { practice } = await open();
  const answer = await practice.act({ act: 'command', as: 'U01ANA', channel, command: '/weather', text: '' });
  expect(answer).toEqual({ ok: false, error: '/weather is not a valid command.' });
});

test('opening the Home tab is told with the view that is there', async () => {
  const { practice, client, socket } = await open({ botEvents: ['app_home_opened'] });
  await client.views.publish({ user_id: 'U01ANA', view: { type: 'home', blocks: [buttons] as never } });
  await practice.act({ act: 'open_home', as: 'U01ANA' });
  const { event } = (await socket.next()).payload;
  expect(event).toMatchObject({ type: 'app_home_opened', user: 'U01ANA', tab: 'home', view: { type: 'home' } });
});

test('an external menu gets its options from the bot', async () => {
  const { practice, client, socket } = await open();
  const accessory = { type: 'external_select', action_id: 'who' };
  const blocks = [{ ...menu, accessory }];
  const { ts = '' } = await client.chat.postMessage({ channel, text: 'x', blocks });
  const act = {
    act: 'suggest',
    as: 'U01ANA',
    place: { channel, ts },
    blockId: 'team',
    actionId: 'who',
    value: 'a',
  } as const;
  const done = practice.act(act);
  const frame = await socket.next();
  expect(frame.payload).toMatchObject({ type: 'block_suggestion', action_id: 'who', block_id: 'team', value: 'a' });
  const options = [{ text: plain('A'), value: 'a' }];
  socket.ack(frame, { options });
  expect(await done).toEqual({ ok: true, options });
  afterwards(() => practice.idle());
});

test('an input keeps quiet until it is submitted, unless it asks to dispatch', async () => {
  const world = await open();
  const id = await openModal(world, { blocks: [field, { ...field, block_id: 'loud', dispatch_action: true }] });
  const enter = (block_id: string) => {
    const action = { type: 'plain_text_input', action_id: 'text', block_id, value: 'x' };
    return world.practice.act({ act: 'press', as: 'U02BEN', place: { viewId: id }, action, values: {} });
  };
  await enter('reply');
  const loud = enter('loud');
  const frame = await world.socket.next();
  world.socket.ack(frame);
  await loud;
  expect(frame.payload).toMatchObject({ actions: [{ block_id: 'loud', value: 'x' }] });
});

test('an interaction can come twice', async () => {
  const world = await open();
  world.practice.misbehave.interactionsTwice = true;
  const { payload } = await press(world);
  const again = await world.socket.next();
  expect(again.payload).toEqual(payload);
});
