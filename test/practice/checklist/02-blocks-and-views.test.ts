/** Checklist: blocks and views validated per surface; `no_text`, `msg_too_long`. */
import { expect, test } from '@jest/globals';
import { openClient, openPractice, refusal } from '../open-practice.ts';
import {
  BEN,
  CHANNEL,
  errorOf,
  heardOf,
  modal,
  newTrigger,
  openBench,
  openModal,
  plain,
  pressCard,
  section,
  typed,
} from './acting.ts';

const wrong = { type: 'header', text: plain('x'.repeat(151)) };
const where = 'must be less than 151 characters [json-pointer:/blocks/0/text/text]';

async function aMessage() {
  const client = openClient(await openPractice());
  const { ts = '' } = await client.chat.postMessage({ channel: CHANNEL, text: 'x' });
  return { client, ts };
}

test.each([
  ['chat.postMessage', { text: 'x' }],
  ['chat.postEphemeral', { text: 'x', user: BEN }],
  ['chat.scheduleMessage', { text: 'x', post_at: Math.floor(Date.now() / 1000) + 600 }],
  ['chat.update', { text: 'x' }],
])('%s refuses a wrong block with its place', async (method, args) => {
  const { client, ts } = await aMessage();
  const answer = await refusal(client.apiCall(method, { channel: CHANNEL, ts, ...args, blocks: [wrong] }));
  expect(answer).toMatchObject({ error: 'invalid_blocks', errors: [where, expect.any(String)] });
  expect(answer.response_metadata).toMatchObject({
    messages: (answer.errors as string[]).map((one) => `[ERROR] ${one}`),
  });
});

test.each([
  ['invalid_blocks_format', { blocks: '{' }],
  ['invalid_attachments', { attachments: [{ blocks: [wrong] }] }],
  ['too_many_attachments', { attachments: Array(101).fill({ text: 'x' }) }],
  ['msg_blocks_too_long', { blocks: Array(5).fill(section('y'.repeat(2900))) }],
  ['markdown_text_conflict', { markdown_text: 'y' }],
  ['invalid_metadata_format', { metadata: { event_type: 'card' } }],
  ['invalid_metadata_schema', { metadata: { event_type: 'card', event_payload: { deep: { deeper: {} } } } }],
  ['metadata_too_large', { metadata: { event_type: 'card', event_payload: { x: 'y'.repeat(20_000) } } }],
])('a message with %s is refused', async (error, args) => {
  const { client } = await aMessage();
  expect(await errorOf(client, 'chat.postMessage', { channel: CHANNEL, text: 'x', ...args })).toBe(error);
});

test.each(['chat.postMessage', 'chat.postEphemeral', 'chat.update'])('%s needs something to say', async (method) => {
  const { client, ts } = await aMessage();
  expect(await errorOf(client, method, { channel: CHANNEL, ts, user: BEN, text: ' ' })).toBe('no_text');
  const blocks = [section('enough')];
  await expect(client.apiCall(method, { channel: CHANNEL, ts, user: BEN, blocks })).resolves.toMatchObject({
    ok: true,
  });
});

test('an update refuses a text of more than 4,000 characters; a post is cut at 40,000', async () => {
  const { client, ts } = await aMessage();
  const update = (length: number) => client.chat.update({ channel: CHANNEL, ts, text: 'x'.repeat(length) });
  await expect(update(4000)).resolves.toMatchObject({ ok: true });
  expect(await refusal(update(4001))).toMatchObject({ error: 'msg_too_long' });
  const posted = await client.chat.postMessage({ channel: CHANNEL, text: 'x'.repeat(40_001) });
  expect(posted.message?.text).toHaveLength(40_000);
});

const chart = {
  type: 'data_visualization',
  title: '',
  chart: { type: 'pie', segments: [{ label: 'Good', value: 1 }] },
};
const table = { type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] };
const alert = { type: 'alert', text: plain('x') };

test.each([
  ['a chart', chart, ['message']],
  ['a table', table, ['message']],
  ['markdown', { type: 'markdown', text: 'x' }, ['message']],
  ['a container', { type: 'container', title: plain('x'), child_blocks: [{ type: 'divider' }] }, ['message']],
  ['an alert', alert, ['modal']],
  ['a divider', { type: 'divider' }, ['message', 'modal', 'home']],
])('%s stands only where Slack draws it', async (_, block, surfaces) => {
  const bench = await openBench();
  const { client } = bench;
  const blocks = [block] as never;
  const trigger_id = await newTrigger(bench);
  const takes = async (sent: Promise<unknown>) =>
    sent.then(
      () => true,
      () => false,
    );
  const taken = {
    message: await takes(client.chat.postMessage({ channel: CHANNEL, text: 'x', blocks })),
    modal: await takes(client.views.open({ trigger_id, view: modal({ blocks }) })),
    home: await takes(client.views.publish({ user_id: BEN, view: { type: 'home', blocks } })),
  };
  expect(Object.entries(taken).flatMap(([surface, isTaken]) => (isTaken ? [surface] : []))).toEqual(surfaces);
});

test('every way to a view judges it, and says what is wrong', async () => {
  const bench = await openBench();
  const { client } = bench;
  const bad = modal({ title: plain('x'.repeat(25)) });
  const { id } = await openModal(bench);
  const sent = [
    client.views.open({ trigger_id: await newTrigger(bench), view: bad }),
    client.views.push({ trigger_id: await newTrigger(bench), view: bad }),
    client.views.update({ view_id: id, view: bad }),
  ];
  for (const one of sent) {
    const answer = await refusal(one);
    expect(answer).toMatchObject({ error: 'invalid_arguments', response_metadata: { messages: expect.any(Array) } });
    expect(answer.errors).toContain('must be less than 25 characters [json-pointer:/view/title/text]');
  }
  const home = client.views.publish({ user_id: BEN, view: { type: 'home', blocks: [wrong] as never } });
  expect((await refusal(home)).errors).toContain(
    'must be less than 151 characters [json-pointer:/view/blocks/0/text/text]',
  );
});

test('a view is no larger than 250 KB, and its external id is its own', async () => {
  const bench = await openBench();
  const { client } = bench;
  await openModal(bench, { external_id: 'draft-7' });
  const twin = client.views.open({ trigger_id: await newTrigger(bench), view: modal({ external_id: 'draft-7' }) });
  expect(await refusal(twin)).toMatchObject({ error: 'duplicate_external_id' });
  const blocks = Array(90).fill(section('y'.repeat(3000)));
  const huge = client.views.open({ trigger_id: await newTrigger(bench), view: modal({ blocks }) });
  expect(await refusal(huge)).toMatchObject({ error: 'view_too_large' });
});

test('what an acknowledgement or a response_url brings is judged too', async () => {
  const bench = await openBench();
  const { id } = await openModal(bench);
  const submitted = bench.practice.act({ act: 'submit', as: BEN, viewId: id, values: typed('Hi') });
  await heardOf(bench, submitted, { response_action: 'update', view: modal({ blocks: [wrong] }) });
  expect(bench.practice.seen.modals.get(BEN)).toMatchObject([{ view: { id, blocks: [{ type: 'input' }] } }]);
  const { payload } = await pressCard(bench);
  const body = JSON.stringify({ text: 'x', blocks: [wrong] });
  const answer = await fetch(String(payload.response_url), { method: 'POST', body });
  expect([answer.status, await answer.json()]).toMatchObject([400, { error: 'invalid_blocks' }]);
});
