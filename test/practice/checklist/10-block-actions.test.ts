/** Checklist: block_actions with real state.values, container type, is_ephemeral, `view` for Home. */
import { expect, test } from '@jest/globals';
import type { Place, StateValues } from '../../../practice/wire.ts';
import {
  BEN,
  type Bench,
  BOT,
  buttons,
  CHANNEL,
  claim,
  field,
  heardOf,
  modal,
  newTrigger,
  openBench,
  plain,
  section,
} from './acting.ts';

const option = (value: string) => ({ text: plain(value), value });
const menu = (more: object = {}) => ({
  type: 'section',
  block_id: 'team',
  text: plain('Who?'),
  accessory: { type: 'static_select', action_id: 'who', options: [option('a'), option('b')], ...more },
});
const boxes = {
  type: 'actions',
  block_id: 'boxes',
  elements: [
    { type: 'checkboxes', action_id: 'which', options: [option('x'), option('y')], initial_options: [option('x')] },
    { type: 'datepicker', action_id: 'day' },
  ],
};

function press({ practice }: Bench, place: Place, values: StateValues = {}, action: typeof claim = claim) {
  return practice.act({ act: 'press', as: BEN, place, action, values });
}

test('the state has every stateful element: what was chosen, what it began with, or nothing', async () => {
  const bench = await openBench();
  const blocks = [menu(), boxes, { ...field, dispatch_action: false }, buttons];
  const { ts = '' } = await bench.client.chat.postMessage({ channel: CHANNEL, text: 'x', blocks: blocks as never });
  const chosen = { team: { who: { type: 'static_select', selected_option: option('b') } } };
  const payload = await heardOf(bench, press(bench, { channel: CHANNEL, ts }, chosen));
  expect(payload.state).toMatchObject({
    values: {
      ...chosen,
      boxes: {
        which: { type: 'checkboxes', selected_options: [option('x')] },
        day: { type: 'datepicker', selected_date: null },
      },
      reply: { text: { type: 'plain_text_input', value: null } },
    },
  });
});

test('a press in a message carries the message, its channel, who pressed and where to answer', async () => {
  const bench = await openBench();
  const { ts = '' } = await bench.client.chat.postMessage({
    channel: CHANNEL,
    text: 'A card',
    blocks: [section('x'), buttons],
  });
  const payload = await heardOf(bench, press(bench, { channel: CHANNEL, ts }));
  expect(payload).toMatchObject({
    type: 'block_actions',
    user: { id: BEN, username: 'ben', name: 'ben', team_id: 'T0PRACTICE' },
    api_app_id: 'A00PORCHLIGHT',
    token: expect.any(String),
    container: { type: 'message', message_ts: ts, channel_id: CHANNEL, is_ephemeral: false },
    trigger_id: expect.any(String),
    team: { id: 'T0PRACTICE', domain: 'acme-practice' },
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: CHANNEL, name: 'community' },
    message: { ts, user: BOT, blocks: [{ block_id: expect.stringMatching(/^\w{5}$/) }, { block_id: 'acts' }] },
    response_url: expect.stringContaining('/response/'),
    actions: [{ ...claim, action_ts: expect.stringMatching(/^\d+\.\d{6}$/) }],
  });
  expect(payload).not.toHaveProperty('view');
});

test('a press in a thread names the thread, and one in a direct message calls it so', async () => {
  const bench = await openBench();
  const { client } = bench;
  const { ts: thread_ts = '' } = await client.chat.postMessage({ channel: CHANNEL, text: 'x' });
  const { ts = '' } = await client.chat.postMessage({ channel: CHANNEL, text: 'y', thread_ts, blocks: [buttons] });
  const inThread = await heardOf(bench, press(bench, { channel: CHANNEL, ts }));
  expect(inThread.container).toMatchObject({ thread_ts });
  const direct = await client.chat.postMessage({ channel: BEN, text: 'x', blocks: [buttons] });
  const inDirect = await heardOf(bench, press(bench, { channel: direct.channel ?? '', ts: direct.ts ?? '' }));
  expect(inDirect.channel).toEqual({ id: direct.channel, name: 'directmessage' });
});

test('a press in an ephemeral message says so and has no message', async () => {
  const bench = await openBench();
  await bench.client.chat.postEphemeral({ channel: CHANNEL, user: BEN, text: 'psst', blocks: [buttons] });
  const ts = bench.practice.seen.ephemerals[0]?.message.ts ?? '';
  const payload = await heardOf(bench, press(bench, { channel: CHANNEL, ts }));
  expect(payload).toMatchObject({ container: { type: 'message', is_ephemeral: true, message_ts: ts } });
  expect(payload).not.toHaveProperty('message');
});

test('a press in an attachment is one in an attachment', async () => {
  const bench = await openBench();
  const attachments = [{ text: 'first' }, { blocks: [buttons] }];
  const posted = await bench.client.apiCall('chat.postMessage', { channel: CHANNEL, text: 'x', attachments });
  const { ts = '' } = posted as { ts?: string };
  const payload = await heardOf(bench, press(bench, { channel: CHANNEL, ts }));
  expect(payload.container).toMatchObject({ type: 'message_attachment', message_ts: ts, attachment_id: 2 });
});

test.each(['Home', 'a modal'])('a press in %s carries the view with its state, and no response_url', async (where) => {
  const bench = await openBench();
  const { client } = bench;
  const blocks = [menu({ initial_option: option('a') }), buttons] as never;
  const trigger_id = where === 'Home' ? '' : await newTrigger(bench);
  const { view } =
    where === 'Home'
      ? await client.views.publish({ user_id: BEN, view: { type: 'home', blocks, private_metadata: 'id=7' } })
      : await client.views.open({ trigger_id, view: modal({ blocks, private_metadata: 'id=7' }) });
  const payload = await heardOf(bench, press(bench, { viewId: view?.id ?? '' }));
  expect(payload).toMatchObject({
    container: { type: 'view', view_id: view?.id },
    view: {
      id: view?.id,
      type: where === 'Home' ? 'home' : 'modal',
      hash: view?.hash,
      private_metadata: 'id=7',
      state: { values: { team: { who: { type: 'static_select', selected_option: option('a') } } } },
    },
    actions: [claim],
  });
  for (const key of ['response_url', 'message', 'channel']) expect(payload).not.toHaveProperty(key);
});

test('only what stands there can be pressed, and only by those who see it', async () => {
  const bench = await openBench();
  const { practice, client } = bench;
  const { ts = '' } = await client.chat.postMessage({ channel: CHANNEL, text: 'x', blocks: [buttons] });
  const place = { channel: CHANNEL, ts };
  const missing = { ...claim, action_id: 'publish' };
  expect(await press(bench, place, {}, missing)).toMatchObject({ ok: false });
  await practice.act({ act: 'leave', as: 'U01ANA', channel: CHANNEL, user: BEN });
  expect(await press(bench, place)).toMatchObject({ ok: false });
  expect(bench.socket.waiting()).toBe(0);
});
