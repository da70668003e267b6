import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { startPractice } from '../../practice/server/index.ts';
import { afterwards, openClient, openPractice } from './open-practice.ts';

const channel = 'C01COMMUNITY';

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'practice-'));
  afterwards(() => rm(folder, { recursive: true }));
  return folder;
}

test('what was answered is on disk: a second server on the same folder shows the same workspace', async () => {
  const dataDir = await newFolder();
  const before = await openPractice({ dataDir });
  const client = openClient(before);
  const metadata = { event_type: 'card', event_payload: { id: 7 } };
  const { ts = '' } = await client.chat.postMessage({ channel, text: 'A card', metadata });
  await client.reactions.add({ channel, timestamp: ts, name: 'eyes' });
  await client.conversations.open({ users: 'U02BEN' });
  await client.views.publish({ user_id: 'U02BEN', view: { type: 'home', blocks: [{ type: 'divider' }] } });
  await before.act({ act: 'say', as: 'U02BEN', channel, text: 'I know this', threadTs: ts });
  const after = await openPractice({ dataDir });
  expect(after.state).toEqual(before.state);
  expect(after.state.messages.get(channel)?.[0]?.ts).toBe(ts);
});

test('what was put off is posted after a restart, and an app that was let go stays so', async () => {
  const dataDir = await newFolder();
  let nowMs = Date.parse('2026-11-22T10:00:00Z');
  const clock = () => new Date(nowMs);
  const before = await openPractice({ dataDir, clock });
  await openClient(before).chat.scheduleMessage({ channel, text: 'later', post_at: nowMs / 1000 + 600 });
  const between = await openPractice({ dataDir, clock });
  expect(between.state.scheduled).toMatchObject([{ draft: { text: 'later' } }]);
  nowMs += 600_000;
  const { messages } = await openClient(between).conversations.history({ channel });
  expect(messages).toMatchObject([{ text: 'later' }]);
  await between.act({ act: 'uninstall', as: 'U01ANA' });
  const { state } = await openPractice({ dataDir, clock });
  expect([state.scheduled, state.installation]).toEqual([[], 'uninstalled']);
});

test('timestamps go on after a restart, even when the clock went back', async () => {
  const dataDir = await newFolder();
  const late = await openPractice({ dataDir, clock: () => new Date('2026-11-22T10:00:00Z') });
  const { ts: first = '' } = await openClient(late).chat.postMessage({ channel, text: 'one' });
  const early = await openPractice({ dataDir, clock: () => new Date('2026-11-22T09:00:00Z') });
  const { ts: second = '' } = await openClient(early).chat.postMessage({ channel, text: 'two' });
  expect(Number(second)).toBeGreaterThan(Number(first));
});

test('many posts at once are all saved', async () => {
  const dataDir = await newFolder();
  const client = openClient(await openPractice({ dataDir }));
  const texts = Array.from({ length: 30 }, (_, index) => `post ${index}`);
  await Promise.all(texts.map((text) => client.chat.postMessage({ channel, text })));
  const { state } = await openPractice({ dataDir });
  expect(new Set(state.messages.get(channel)?.map(({ text }) => text))).toEqual(new Set(texts));
});

test('a damaged file is named, and nothing starts', async () => {
  const dataDir = await newFolder();
  await writeFile(join(dataDir, `${channel}.json`), '[{');
  await expect(startPractice({ port: 0, dataDir })).rejects.toThrow(`${channel}.json`);
});

test('the oldest messages of a very long channel are dropped', async () => {
  const practice = await openPractice();
  for (let count = 0; count < 2010; count += 1) {
    await practice.act({ act: 'say', as: 'U02BEN', channel, text: `line ${count}` });
  }
  const messages = practice.state.messages.get(channel) ?? [];
  expect([messages.length, messages[0]?.text]).toEqual([2000, 'line 10']);
});
