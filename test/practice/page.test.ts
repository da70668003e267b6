import { request } from 'node:http';
import { expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import type { Practice } from '../../practice/server/index.ts';
import type { PageEvent } from '../../practice/wire.ts';
import { openClient, openPractice } from './open-practice.ts';
import { openFrames, readState } from './page-socket.ts';

const channel = 'C01COMMUNITY';

/** What a person's open page hears, one event after the other. */
function openPage(practice: Practice, as: string): Promise<{ next(): Promise<PageEvent> }> {
  return openFrames<PageEvent>(practice, `/practice/live?as=${as}`);
}

/** The status of a request with these headers, which fetch would not let through. */
function status({ url }: Practice, method: string, path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = request(`${url}${path}`, { method, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    call.on('error', reject);
    call.end(method === 'POST' ? '{}' : undefined);
  });
}

test('the page learns who is there and what they may see', async () => {
  const practice = await openPractice();
  const client = openClient(practice);
  await client.chat.postMessage({ channel, text: 'A card' });
  await client.chat.postEphemeral({ channel, user: 'U02BEN', text: 'For Ben' });
  await client.conversations.open({ users: 'U03CHI' });
  const ben = await readState(practice, 'U02BEN');
  expect(ben).toMatchObject({ me: 'U02BEN', bot: 'U00PORCHLIGHT', botOnline: false, modals: [], home: null });
  expect(ben.messages).toMatchObject([{ text: 'A card' }, { text: 'For Ben', ephemeralFor: 'U02BEN' }]);
  expect(ben.channels.map(({ name }) => name)).toEqual([
    'community',
    'approvals',
    'help-wanted',
    'product',
    'sales',
    'general',
  ]);
  expect((await readState(practice, 'U03CHI')).channels.at(-1)).toMatchObject({ id: 'D03CHI', isDm: true });
  expect((await readState(practice)).me).toBe('U01ANA');
  expect((await fetch(`${practice.url}/practice/state?as=U99`)).status).toBe(404);
});

test('the page learns of chosen names and of what is attached', async () => {
  const practice = await openPractice();
  const section = (text: string) => ({ type: 'section', text: { type: 'plain_text', text } });
  const attachments = [{ blocks: [section('attached')] }];
  const post = { channel, text: 'said', username: 'Night owl', attachments };
  await openClient(practice).apiCall('chat.postMessage', post);
  const { messages } = await readState(practice, 'U02BEN');
  const blocks = [{ text: { text: 'said' } }, { text: { text: 'attached' } }];
  expect(messages).toMatchObject([{ username: 'Night owl', blocks }]);
});

test('a thread is counted on its root', async () => {
  const practice = await openPractice();
  const { ts = '' } = await openClient(practice).chat.postMessage({ channel, text: 'A card' });
  const page = await openPage(practice, 'U01ANA');
  await practice.act({ act: 'say', as: 'U02BEN', channel, text: 'I know this', threadTs: ts });
  expect(await page.next()).toMatchObject({ message: { text: 'I know this', threadTs: ts } });
  const root = { text: 'A card', replyCount: 1, replyUsers: ['U02BEN'], latestReply: expect.any(String) };
  expect(await page.next()).toMatchObject({ type: 'message', message: root });
  expect((await readState(practice, 'U01ANA')).messages[0]).toMatchObject(root);
});

test('only the person concerned hears of ephemeral messages and notices', async () => {
  const practice = await openPractice();
  const [ana, ben] = [await openPage(practice, 'U01ANA'), await openPage(practice, 'U02BEN')];
  const client = openClient(practice);
  await client.chat.postEphemeral({ channel, user: 'U02BEN', text: 'For Ben' });
  await practice.act({ act: 'command', as: 'U02BEN', channel, command: '/community', text: '' });
  await client.chat.postMessage({ channel, text: 'For all' });
  expect(await ana.next()).toMatchObject({ type: 'message', message: { text: 'For all' } });
  expect(await ben.next()).toMatchObject({ type: 'message', message: { text: 'For Ben', ephemeralFor: 'U02BEN' } });
  expect(await ben.next()).toMatchObject({ type: 'notice', text: expect.stringContaining('not connected') });
});

test('a deleted message leaves the page, and only authors and admins may delete', async () => {
  const practice = await openPractice();
  const { ts = '' } = await openClient(practice).chat.postMessage({ channel, text: 'A card' });
  const page = await openPage(practice, 'U03CHI');
  expect(await practice.act({ act: 'delete', as: 'U02BEN', channel, ts })).toMatchObject({ ok: false });
  expect(await practice.act({ act: 'delete', as: 'U01ANA', channel, ts })).toEqual({ ok: true });
  expect(await page.next()).toEqual({ type: 'message_removed', channel, ts });
});

test('a person cannot act where they are not', async () => {
  const practice = await openPractice();
  await practice.act({ act: 'leave', as: 'U01ANA', channel, user: 'U04DANA' });
  const said = await practice.act({ act: 'say', as: 'U04DANA', channel, text: 'Hello?' });
  expect(said).toEqual({ ok: false, error: 'You are not in that channel.' });
  expect(await practice.act({ act: 'open_home', as: 'U00PORCHLIGHT' })).toMatchObject({ ok: false });
});

test('an act that is no act is refused with a sentence', async () => {
  const { url } = await openPractice();
  const answer = await fetch(`${url}/practice/act`, { method: 'POST', body: '{"act":"dance","as":"U01ANA"}' });
  expect([answer.status, await answer.json()]).toEqual([400, { ok: false, error: 'That could not be understood.' }]);
});

test.each([
  ['another web site', { origin: 'https://evil.example' }, 403],
  ['another program on this machine', { origin: 'http://localhost:1' }, 403],
  ['a page without an origin of its own', { origin: 'null' }, 403],
  ['a name that was pointed at this machine', { host: 'evil.example' }, 403],
])('%s cannot act', async (_, headers, code) => {
  const practice = await openPractice();
  expect(await status(practice, 'POST', '/practice/act', headers)).toBe(code);
  expect(await status(practice, 'POST', '/api/chat.postMessage', headers)).toBe(code);
});

test('the page may call itself localhost or 127.0.0.1', async () => {
  const practice = await openPractice();
  const { port } = new URL(practice.url);
  for (const host of [`localhost:${port}`, `127.0.0.1:${port}`]) {
    expect(await status(practice, 'GET', '/practice/state', { host, origin: `http://localhost:${port}` })).toBe(200);
  }
});

test('another web site cannot listen either', async () => {
  const practice = await openPractice();
  const address = `${practice.url.replace('http', 'ws')}/practice/live?as=U01ANA`;
  const socket = new WebSocket(address, { origin: 'https://evil.example' });
  const failure = await new Promise<Error>((resolve) => socket.once('error', resolve));
  expect(failure.message).toContain('403');
});

test('the page is served from its folder and nothing above it', async () => {
  const practice = await openPractice({ webDir: new URL('../../practice', import.meta.url).pathname });
  const file = await fetch(`${practice.url}/wire.ts`);
  expect(file.status).toBe(200);
  expect(await status(practice, 'GET', '/../package.json', {})).toBe(404);
  expect(await status(practice, 'GET', '/%2e%2e/package.json', {})).toBe(404);
});

test('demo feeds are served below /demo/', async () => {
  const now = new Date('2026-11-22T10:00:00Z');
  const feed = (path: string, at: Date) =>
    path === '/demo/blog.xml' ? { status: 200, headers: { etag: '"1"' }, body: at.toISOString() } : undefined;
  const { url } = await openPractice({ clock: () => now, demo: { feed } });
  const answer = await fetch(`${url}/demo/blog.xml`);
  expect([answer.headers.get('etag'), await answer.text()]).toEqual(['"1"', now.toISOString()]);
  expect((await fetch(`${url}/demo/other.xml`)).status).toBe(404);
});

test('a link to the page may be followed from anywhere', async () => {
  const practice = await openPractice({ webDir: new URL('../../practice/web', import.meta.url).pathname });
  const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
  expect(await status(practice, 'GET', '/', headers)).toBe(200);
  expect(await status(practice, 'GET', '/archives/C01COMMUNITY/p1', headers)).toBe(200);
  expect(await status(practice, 'GET', '/practice/state', { 'sec-fetch-site': 'cross-site' })).toBe(403);
});

test('the page learns who is an admin, which shortcuts the app has, and that all is well', async () => {
  const practice = await openPractice({ manifestFile: 'manifest.yml' });
  const { people, shortcuts, troubles } = await readState(practice, 'U02BEN');
  expect(people.filter(({ isAdmin }) => isAdmin).map(({ name }) => name)).toEqual(['Ana Lima']);
  expect(shortcuts).toMatchObject([
    { type: 'global', callbackId: 'log_mention', name: 'Log a mention' },
    { type: 'message', callbackId: 'log_message' },
  ]);
  expect(troubles).toEqual([]);
});

test('a file for a form is kept and described as Slack would, and never as something a browser runs', async () => {
  const practice = await openPractice();
  const act = { act: 'upload', as: 'U02BEN', name: 'log.txt', base64: btoa('It broke.') } as const;
  const kept = await practice.act({ ...act, mimetype: 'text/plain' });
  expect(kept).toMatchObject({ ok: true, file: { name: 'log.txt', size: 9, mimetype: 'text/plain', user: 'U02BEN' } });
  const { file } = kept as { file: { id: string } };
  expect(await (await fetch(`${practice.url}/files/${file.id}`)).text()).toBe('It broke.');
  const odd = await practice.act({ ...act, name: 'page.html', mimetype: 'text/html' });
  expect(odd).toMatchObject({ file: { mimetype: 'application/octet-stream' } });
});
