import { expect, test } from '@jest/globals';
import { openClient, openPractice, refusal } from './open-practice.ts';

const channel = 'C01COMMUNITY';

test('a pinned message is listed until its pin is taken away, and survives an edit', async () => {
  const practice = await openPractice();
  const client = openClient(practice);
  const { ts: timestamp = '' } = await client.chat.postMessage({ channel, text: 'Crisis' });
  await client.chat.postMessage({ channel, text: 'talk' });
  await client.pins.add({ channel, timestamp });
  await client.chat.update({ channel, ts: timestamp, text: 'Crisis, edited' });
  const { items = [] } = await client.pins.list({ channel });
  expect(items).toMatchObject([
    {
      type: 'message',
      channel,
      created_by: 'U00PORCHLIGHT',
      message: { text: 'Crisis, edited', pinned_to: [channel] },
    },
  ]);
  const seen = await fetch(`${practice.url}/practice/state?as=U02BEN`);
  const { messages } = (await seen.json()) as { messages: { ts: string; pinnedBy?: string }[] };
  expect(messages.filter(({ pinnedBy }) => pinnedBy)).toMatchObject([{ ts: timestamp, pinnedBy: 'U00PORCHLIGHT' }]);
  await client.pins.remove({ channel, timestamp });
  expect((await client.pins.list({ channel })).items).toEqual([]);
});

test('pins are refused as Slack refuses them', async () => {
  const practice = await openPractice();
  const client = openClient(practice);
  const { ts: timestamp = '' } = await client.chat.postMessage({ channel, text: 'Crisis' });
  const refused = async (method: string, args: Record<string, unknown>) =>
    (await refusal(client.apiCall(method, args))).error;
  expect(await refused('pins.remove', { channel, timestamp })).toBe('no_pin');
  await client.pins.add({ channel, timestamp });
  expect(await refused('pins.add', { channel, timestamp })).toBe('already_pinned');
  expect(await refused('pins.add', { channel })).toBe('no_item_specified');
  expect(await refused('pins.add', { channel, timestamp: 'soon' })).toBe('bad_timestamp');
  expect(await refused('pins.add', { channel, timestamp: '1.000001' })).toBe('message_not_found');
  expect(await refused('pins.add', { channel: 'C99NOWHERE', timestamp })).toBe('channel_not_found');
  expect(await refused('pins.add', { channel: 'C05GENERAL', timestamp })).toBe('not_in_channel');
  await practice.act({ act: 'archive', as: 'U01ANA', channel, on: true });
  expect(await refused('pins.remove', { channel, timestamp })).toBe('is_archived');
});

test.each([
  ['pins.add', 'pins:write', ['chat:write', 'pins:read']],
  ['pins.remove', 'pins:write', ['chat:write', 'pins:read']],
  ['pins.list', 'pins:read', ['chat:write', 'pins:write']],
])('%s needs %s', async (method, needed, scopes) => {
  const client = openClient(await openPractice({ scopes }));
  expect(await refusal(client.apiCall(method, { channel, timestamp: '1.000001' }))).toMatchObject({
    error: 'missing_scope',
    needed,
  });
});
