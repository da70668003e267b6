import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { demoWorkspace } from '../../practice/demo/workspace.ts';
import { type Practice, startPractice } from '../../practice/server/index.ts';
import { freePort, freshFolder, preparedData, startProgram } from '../helpers/program.ts';

const closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** What a start that must fail says to the person: its log aside, and nothing on stdout. */
async function complaintOf(env: NodeJS.ProcessEnv): Promise<string> {
  const port = String(await freePort());
  const program = await startProgram({ DATA_DIR: preparedData(), PRACTICE_PORT: port, ...env });
  expect(await program.left).toEqual({ code: 1, signal: null });
  expect(program.lines).toEqual([]);
  const isLog = (line: string) => line.startsWith('{"level"');
  const lines = program.complaint().split('\n');
  return lines.filter((line) => !isLog(line)).join('\n');
}

async function openSlack(): Promise<Practice & { env: NodeJS.ProcessEnv }> {
  const practice = await startPractice({ port: 0, workspace: demoWorkspace });
  closers.push(() => practice.close());
  const tokens = { SLACK_BOT_TOKEN: 'xoxb-practice', SLACK_APP_TOKEN: 'xapp-practice' };
  return { ...practice, env: { ...tokens, SLACK_API_URL: practice.slackApiUrl } };
}

test('a second start on the same data is refused and names the process that has it', async () => {
  const dataDir = preparedData();
  const first = await startProgram({ DATA_DIR: dataDir, PRACTICE_PORT: String(await freePort()) });
  await first.ready();
  expect(await complaintOf({ DATA_DIR: dataDir })).toBe(
    `Another Porchlight (process ${first.pid}) is running on this data. Stop it first, or choose another DATA_DIR.\n`,
  );
  await first.kill('SIGINT');
});

test('a port that is taken ends the start with one sentence that names PRACTICE_PORT', async () => {
  const squatter = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => squatter.once('listening', resolve));
  closers.push(() => new Promise((resolve) => squatter.close(resolve)));
  const { port } = Object(squatter.address()) as { port: number };
  expect(await complaintOf({ PRACTICE_PORT: String(port) })).toBe(
    `Port ${port} is in use; set PRACTICE_PORT to a free one.\n`,
  );
});

test('a token of the wrong kind is named, and never repeated', async () => {
  const said = await complaintOf({ SLACK_BOT_TOKEN: 'xoxp-secret', SLACK_APP_TOKEN: 'xapp-secret' });
  expect(said).toMatch(/^SLACK_BOT_TOKEN .*xoxb-.*\n$/);
  expect(said).not.toContain('secret');
});

test('a missing SLACK_APP_TOKEN is named', async () => {
  expect(await complaintOf({ SLACK_BOT_TOKEN: 'xoxb-1' })).toBe(
    'SLACK_APP_TOKEN is missing: Slack needs both tokens, or SLACK_SIGNING_SECRET for HTTP mode; the practice workspace needs none of them.\n',
  );
});

test('a Slack that cannot be reached ends the start with one sentence', async () => {
  const api = `http://127.0.0.1:${await freePort()}/api/`;
  const said = await complaintOf({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: api });
  expect(said).toMatch(/^Slack .*could not be reached.*\n$/);
});

test('tokens that Slack refuses end the start with one sentence that says which', async () => {
  const { env } = await openSlack();
  expect(await complaintOf({ ...env, SLACK_BOT_TOKEN: 'xoxb-of-another' })).toMatch(
    /^Slack did not accept SLACK_BOT_TOKEN.*invalid_auth.*\n$/,
  );
  expect(await complaintOf({ ...env, SLACK_APP_TOKEN: 'xapp-of-another' })).toMatch(
    /^Slack did not accept SLACK_APP_TOKEN.*invalid_auth.*\n$/,
  );
});

test('a broken community.yml is refused with the place of every fault, and nothing is applied', async () => {
  const { env, seen } = await openSlack();
  const file = join(freshFolder(), 'community.yml');
  writeFileSync(
    file,
    `channels: { approvals: "#nowhere" }
watches:
  - { name: Acme, channel: C01COMMUNITY, any: [acme], colour: red, approval: { votes: none } }
`,
  );
  const said = await complaintOf({ ...env, COMMUNITY_FILE: file });
  expect(said).toMatch(/^.*community\.yml was not applied:\n/);
  expect(said).toMatch(/\n {2}watches\[0\]\.colour: /);
  expect(said).toMatch(/\n {2}watches\[0\]\.approval\.votes: /);
  expect(said.trimEnd().split('\n')).toHaveLength(3);
  expect(seen.calls.map(({ method }) => method)).not.toContain('conversations.join');
});

test('a channel that the workspace does not have is told with its place in the file', async () => {
  const { env } = await openSlack();
  const file = join(freshFolder(), 'community.yml');
  writeFileSync(file, 'channels: { approvals: "#nowhere" }\n');
  expect(await complaintOf({ ...env, COMMUNITY_FILE: file })).toMatch(
    /was not applied:\n {2}channels\.approvals: There is no channel #nowhere that Porchlight can see\.\n$/,
  );
});

test.each([
  ['is not there', () => '/nowhere/community.yml'],
  ['is a folder', freshFolder],
])('a settings file that %s is named', async (_, path) => {
  const { env } = await openSlack();
  const file = path();
  const said = await complaintOf({ ...env, COMMUNITY_FILE: file });
  expect(said).toMatch(/^COMMUNITY_FILE \S+ cannot be read: .*\n$/);
  expect(said).toContain(file);
});

test('a DATA_DIR that is no folder is named', async () => {
  const file = join(freshFolder(), 'a-file');
  writeFileSync(file, '');
  expect(await complaintOf({ DATA_DIR: file })).toMatch(/^DATA_DIR .*a-file.*\n$/);
});

test('a database that cannot be reached ends the start with one sentence without its password', async () => {
  const url = `postgres://me:hush@127.0.0.1:${await freePort()}/porchlight`;
  const said = await complaintOf({ DATABASE_URL: url });
  expect(said).toMatch(/^DATABASE_URL .*ECONNREFUSED.*\n$/);
  expect(said).not.toContain('hush');
});

test('a practice workspace whose file is damaged is named, and nothing of it is lost', async () => {
  const dataDir = preparedData();
  const file = join(dataDir, 'practice', 'workspace.json');
  mkdirSync(join(dataDir, 'practice'));
  writeFileSync(file, '{"half": ');
  expect(await complaintOf({ DATA_DIR: dataDir })).toMatch(/^.*workspace\.json.*\n$/);
  expect(readFileSync(file, 'utf8')).toBe('{"half": ');
});

test('a start that failed gives its data back', async () => {
  const dataDir = preparedData();
  await complaintOf({ DATA_DIR: dataDir, COMMUNITY_FILE: '/nowhere/community.yml' });
  expect(existsSync(join(dataDir, 'porchlight.pid'))).toBe(false);
});

test('with tokens of a Slack it connects to that one, in whatever zone, and starts no practice of its own', async () => {
  const { env, url, seen } = await openSlack();
  const port = await freePort();
  const program = await startProgram({
    ...env,
    ...{ TZ: 'Mars/Olympus', DATA_DIR: preparedData(), PRACTICE_PORT: String(port) },
  });
  const lines = await program.ready();
  expect(lines[0]).toBe('Porchlight is on in the Slack workspace “Acme Cloud (practice)”, over Socket Mode.');
  expect(lines).toHaveLength(3);
  const state = (await (await fetch(`${url}/practice/state?as=U02BEN`)).json()) as { botOnline: boolean };
  expect(state.botOnline).toBe(true);
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow('fetch failed');
  expect(seen.calls.map(({ method }) => method)).toContain('auth.test');
  await program.kill('SIGINT');
});
