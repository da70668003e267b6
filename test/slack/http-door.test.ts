import { createHmac } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { type Practice, startPractice } from '../../practice/server/index.ts';
import { createSlack } from '../../src/slack/receiver.ts';

const SECRET = 'porch-light-secret';
const heard: string[] = [];
let practice: Practice;
let slack: ReturnType<typeof createSlack>;
let origin = '';

beforeAll(async () => {
  practice = await startPractice({ port: 0, limits: false });
  const access = { botToken: 'xoxb-practice', apiUrl: practice.slackApiUrl, door: { signingSecret: SECRET, port: 0 } };
  slack = createSlack(access, pino({ level: 'silent' }));
  slack.app.use(async ({ body, next }) => {
    heard.push(String((body as { text?: string }).text));
    await next();
  });
  slack.app.command('/community', async ({ ack }) => ack('at your service'));
  await slack.app.init();
  const server = (await slack.app.start()) as Server;
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => void heard.splice(0));
afterAll(async () => {
  await slack.disconnect();
  await practice.close();
});

/** A slash command as Slack would send it, unless told otherwise. */
function send(facts: { text?: string; at?: number; secret?: string; signature?: string } = {}): Promise<Response> {
  const at = Math.floor((facts.at ?? Date.now()) / 1000);
  const body = new URLSearchParams({ command: '/community', text: facts.text ?? 'help', team_id: 'T1', user_id: 'U1' });
  const signed = createHmac('sha256', facts.secret ?? SECRET).update(`v0:${at}:${body}`);
  const signature = facts.signature ?? `v0=${signed.digest('hex')}`;
  const headers = {
    connection: 'close',
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': String(at),
    'x-slack-signature': signature,
  };
  return fetch(`${origin}/slack/events`, { method: 'POST', headers, body: String(body) });
}

test('what Slack signed is heard and answered', async () => {
  const answer = await send({ text: 'report week' });
  expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('at your service')]);
  expect(heard).toEqual(['report week']);
});

test.each([
  ['another secret', { secret: 'guessed' }],
  ['no real signature', { signature: 'v0=00' }],
  ['an old signature sent again', { at: Date.now() - 6 * 60_000 }],
])('%s opens nothing', async (_, facts) => {
  expect((await send(facts)).status).toBe(401);
  expect(heard).toEqual([]);
});

test('a body without end is not read to its end', async () => {
  const answer = await send({ text: 'x'.repeat(2_000_000) }).then(
    ({ status }) => status,
    () => 0,
  );
  expect(answer).not.toBe(200);
  expect(heard).toEqual([]);
});

test('whoever watches over the process asks for its health, and nothing else is there', async () => {
  expect(await (await fetch(`${origin}/health`)).text()).toBe('ok');
  expect((await fetch(`${origin}/`)).status).toBe(404);
});
