import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { startPractice } from '../../practice/server/index.ts';
import { loadApp } from '../../practice/server/manifest.ts';
import { failureSentence, readSettings, startProgram } from '../../practice/server/program.ts';
import { afterwards, openClient, openPractice, refusal } from './open-practice.ts';

test('the program writes the demo settings with the address of its own feeds', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'practice-'));
  afterwards(() => rm(dataDir, { recursive: true }));
  const { practice, ready } = await startProgram({ port: 0, dataDir });
  afterwards(() => practice.close());
  const communityFile = join(dataDir, 'community.yml');
  expect(ready).toEqual({
    type: 'ready',
    url: practice.url,
    slackApiUrl: `${practice.url}/api/`,
    communityFile,
    feedOrigin: practice.url,
  });
  expect(await readFile(communityFile, 'utf8')).toContain(practice.url);
});

test('a port that is in use ends with one sentence that names PRACTICE_PORT', async () => {
  const { url } = await openPractice();
  const port = Number(new URL(url).port);
  const error = await startPractice({ port }).catch((reason: unknown) => reason);
  expect(failureSentence(error)).toBe(`Port ${port} is in use; set PRACTICE_PORT to a free one.`);
});

test('the settings come from the environment', () => {
  expect(readSettings({}, '/nowhere/server')).toMatchObject({ port: 4300, dataDir: './data/practice' });
  expect(readSettings({ PRACTICE_PORT: '0', PRACTICE_DATA: '/x' }, '/nowhere/server')).toMatchObject({
    port: 0,
    dataDir: '/x',
  });
  expect(() => readSettings({ PRACTICE_PORT: 'often' }, '/nowhere/server')).toThrow('PRACTICE_PORT');
});

test('an app without a manifest may do everything', () => {
  const app = loadApp({ port: 0, manifestFile: '/nowhere/manifest.yml' });
  expect(app).toMatchObject({ isInteractive: true, home: { home_tab_enabled: true } });
  expect(app.scopes).toContain('chat:write');
});

const manifest = `
display_information: { name: Porchlight }
features:
  app_home: { home_tab_enabled: false, messages_tab_enabled: false }
  slash_commands: [{ command: /community, description: Ask Porchlight, usage_hint: help, should_escape: true }]
  shortcuts: [{ name: Log it, type: message, callback_id: log_message, description: Log this }]
oauth_config: { scopes: { bot: ['chat:write'] } }
settings:
  event_subscriptions: { bot_events: [reaction_added] }
  interactivity: { is_enabled: true }
`;

test('a manifest decides what the app may do', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'practice-'));
  afterwards(() => rm(folder, { recursive: true }));
  const manifestFile = join(folder, 'manifest.yml');
  await writeFile(manifestFile, manifest);
  const practice = await openPractice({ manifestFile });
  const client = openClient(practice);
  const direct = client.chat.postMessage({ channel: 'U01ANA', text: 'x' });
  expect(await refusal(direct)).toMatchObject({ error: 'messages_tab_disabled' });
  const view = { type: 'home' as const, blocks: [{ type: 'divider' as const }] };
  expect(await refusal(client.views.publish({ user_id: 'U01ANA', view }))).toMatchObject({ error: 'not_enabled' });
  expect(await refusal(client.users.info({ user: 'U01ANA' }))).toMatchObject({ error: 'missing_scope' });
  expect(loadApp({ port: 0, manifestFile })).toMatchObject({ botEvents: ['reaction_added'] });
});
