import { expect, test } from '@jest/globals';
import type { Practice } from '../../practice/server/index.ts';
import { hideSecrets } from '../../practice/server/page/hide-secrets.ts';
import { createWireLog, MAX_ENTRIES } from '../../practice/server/page/wire-log.ts';
import type { WireDetail, WireEntry } from '../../practice/wire.ts';
import { openApp, openClient, openPractice, refusal } from './open-practice.ts';
import { openFrames } from './page-socket.ts';

const channel = 'C01COMMUNITY';

/** The entries but the events, as somebody sees them who looks now. */
async function kept(practice: Practice): Promise<WireEntry[]> {
  const page = await openFrames<WireEntry[]>(practice, '/practice/wire');
  return (await page.next()).filter(({ kind }) => kind !== 'event');
}

async function detail({ url }: Practice, { id }: WireEntry): Promise<WireDetail> {
  return (await (await fetch(`${url}/practice/wire/${id}`)).json()) as WireDetail;
}

test('calls are written down with what they were about and how they ended', async () => {
  const practice = await openPractice();
  const client = openClient(practice);
  await client.chat.postMessage({ channel, text: 'A card' });
  await refusal(client.chat.postMessage({ channel: 'C0NOWHERE', text: 'A card' }));
  practice.misbehave.rateLimit('auth.test', 7);
  await expect(client.auth.test()).rejects.toMatchObject({ retryAfter: 7 });
  practice.misbehave.lose('auth.test');
  await expect(client.auth.test()).rejects.toThrow();
  expect(await kept(practice)).toMatchObject([
    { kind: 'call', name: 'chat.postMessage', about: '#community', ok: true, note: '', ms: expect.any(Number) },
    { name: 'chat.postMessage', ok: false, note: 'channel_not_found' },
    { name: 'auth.test', ok: false, note: '429, wait 7 s' },
    { name: 'auth.test', ok: false, note: 'the answer was lost' },
  ]);
});

test('events and interactions are written down with their acknowledgement, and so is what comes back by response_url', async () => {
  const practice = await openPractice();
  await openApp(practice, (app) => {
    app.command('/community', async ({ ack, respond }) => {
      await ack();
      await respond('Here you are');
    });
    app.event('reaction_added', async () => {});
  });
  const { ts = '' } = await openClient(practice).chat.postMessage({ channel, text: 'A card' });
  const page = await openFrames<WireEntry[]>(practice, '/practice/wire');
  await page.next();
  await practice.act({ act: 'react', as: 'U02BEN', channel, ts, name: 'eyes', on: true });
  const event = { kind: 'event', name: 'reaction_added', about: 'Ben Okoro · #community · eyes', ok: true };
  expect(await page.next()).toMatchObject([event]);
  await practice.act({ act: 'command', as: 'U03CHI', channel, command: '/community', text: 'help' });
  const command = { kind: 'interaction', name: '/community', about: 'Chi Tanaka · #community · help', ok: true };
  const told = [...(await page.next()), ...(await page.next())];
  expect(told).toContainEqual(expect.objectContaining(command));
  expect(told).toContainEqual(expect.objectContaining({ kind: 'reply', name: 'response_url', ok: true }));
});

test('what nobody acknowledged says why', async () => {
  const practice = await openPractice();
  await practice.act({ act: 'command', as: 'U03CHI', channel, command: '/community', text: '' });
  expect(await kept(practice)).toMatchObject([{ name: '/community', ok: false, note: 'no app was connected' }]);
});

test('the details hold what was sent and answered, without anything one could act with', async () => {
  const practice = await openPractice();
  const client = openClient(practice);
  await client.chat.postMessage({ channel, text: 'A card', metadata: { event_type: 'card', event_payload: { a: 1 } } });
  await openClient(practice, 'xapp-practice').apps.connections.open({});
  await practice.act({ act: 'command', as: 'U03CHI', channel, command: '/community', text: '' });
  const [post, open, command] = await kept(practice);
  if (!post || !open || !command) throw new Error('Three entries were expected.');
  expect(await detail(practice, post)).toMatchObject({
    sent: { text: 'A card', metadata: { event_type: 'card' } },
    answered: { ok: true, message: { text: 'A card' } },
  });
  expect(await detail(practice, open)).toMatchObject({ answered: { ok: true, url: 'hidden' } });
  const { sent } = await detail(practice, command);
  expect(sent).toMatchObject({ command: '/community', token: 'hidden', trigger_id: 'hidden', response_url: 'hidden' });
  expect((await fetch(`${practice.url}/practice/wire/99`)).status).toBe(404);
});

test('secrets are hidden wherever they stand', () => {
  const inJson = JSON.stringify({ elements: [{ token: 'abc', text: 'Use xoxb-1-2 now' }] });
  expect(hideSecrets({ blocks: inJson, note: 'xapp-1-A-b', token: '' })).toEqual({
    blocks: { elements: [{ token: 'hidden', text: 'Use hidden now' }] },
    note: 'hidden',
    token: '',
  });
});

test('the log forgets the oldest when it is full', () => {
  const log = createWireLog();
  const entry = { atMs: 0, kind: 'call', name: 'auth.test', about: '', ok: true, note: '', ms: 1 } as const;
  for (let count = 0; count <= MAX_ENTRIES; count += 1) log.note({ ...entry, sent: {}, answered: {} });
  expect([log.find(1), log.find(2)?.id, log.find(MAX_ENTRIES + 1)?.id]).toEqual([undefined, 2, MAX_ENTRIES + 1]);
});
