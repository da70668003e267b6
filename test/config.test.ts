import { expect, test } from '@jest/globals';
import { type Config, ENVIRONMENT, environmentTable, readConfig } from '../src/config.ts';

const BOT = 'xoxb-1-2-abc';
const APP = 'xapp-1-A1-abc';
const TOKENS = { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP };

function configOf(env: NodeJS.ProcessEnv): Config {
  const read = readConfig(env);
  if (!read.ok) throw new Error(read.problem);
  return read.config;
}

function problemOf(env: NodeJS.ProcessEnv): string {
  const read = readConfig(env);
  return read.ok ? 'no problem' : read.problem;
}

test('an empty environment is practice mode with the defaults', () => {
  expect(configOf({})).toEqual({
    slack: undefined,
    databaseUrl: undefined,
    dataDir: './data',
    communityFile: undefined,
    practicePort: 4300,
    allowFeedOrigins: [],
    allowPrivateNetworks: false,
    logLevel: 'info',
  });
});

test('both Slack tokens leave practice mode, over a socket even where a signing secret is set', () => {
  const { slack } = configOf({ ...TOKENS, SLACK_SIGNING_SECRET: 'abc' });
  expect(slack).toEqual({ botToken: BOT, apiUrl: 'https://slack.com/api/', door: { appToken: APP } });
});

test('a bot token with a signing secret is HTTP mode, on the port that was named', () => {
  const door = (env: NodeJS.ProcessEnv) => configOf({ SLACK_BOT_TOKEN: BOT, ...env }).slack?.door;
  expect(door({ SLACK_SIGNING_SECRET: 'abc' })).toEqual({ signingSecret: 'abc', port: 3000 });
  expect(door({ SLACK_SIGNING_SECRET: 'abc', PORT: '8080' })).toEqual({ signingSecret: 'abc', port: 8080 });
});

test.each(['SLACK_BOT_TOKEN', 'DATABASE_URL', 'PORT', 'LOG_LEVEL', 'DATA_DIR'])('an empty %s is not set', (name) => {
  for (const empty of ['', '  ', '\n', '""', "''", '" "']) expect(configOf({ [name]: empty })).toEqual(configOf({}));
});

test.each([
  ['a trailing line break', `${BOT}\n`],
  ['a carriage return', `${BOT}\r\n`],
  ['spaces around', `  ${BOT} `],
  ['double quotes around', `"${BOT}"`],
  ['single quotes around', `'${BOT}'`],
])('%s does not spoil a token', (_, token) => {
  expect(configOf({ ...TOKENS, SLACK_BOT_TOKEN: token }).slack?.botToken).toBe(BOT);
});

test.each<[string, NodeJS.ProcessEnv, RegExp]>([
  ['a bot token alone', { SLACK_BOT_TOKEN: BOT }, /^SLACK_APP_TOKEN is missing/],
  ['an app token alone', { SLACK_APP_TOKEN: APP }, /^SLACK_BOT_TOKEN is missing/],
  ['a signing secret alone', { SLACK_SIGNING_SECRET: 'hush' }, /^SLACK_BOT_TOKEN is missing/],
  [
    'swapped tokens',
    { SLACK_BOT_TOKEN: APP, SLACK_APP_TOKEN: BOT },
    /^SLACK_BOT_TOKEN and SLACK_APP_TOKEN are swapped/,
  ],
  ['a user token', { ...TOKENS, SLACK_BOT_TOKEN: 'xoxp-1-hush' }, /^SLACK_BOT_TOKEN holds a user token/],
  ['a user token alone', { SLACK_BOT_TOKEN: 'xoxp-1-hush' }, /^SLACK_BOT_TOKEN holds a user token/],
  ['a rotated user token', { ...TOKENS, SLACK_BOT_TOKEN: 'xoxe.xoxp-1-hush' }, /^SLACK_BOT_TOKEN holds a user token/],
  ['a refresh token', { ...TOKENS, SLACK_BOT_TOKEN: 'xoxe-1-hush' }, /^SLACK_BOT_TOKEN holds a refresh token/],
  ['a bot token twice', { ...TOKENS, SLACK_APP_TOKEN: 'xoxb-hush' }, /^SLACK_APP_TOKEN holds a bot token/],
  ['a token of no kind', { ...TOKENS, SLACK_APP_TOKEN: 'hush' }, /^SLACK_APP_TOKEN is no Slack token/],
  ['a token with a break in it', { ...TOKENS, SLACK_BOT_TOKEN: 'xoxb-hu\nsh' }, /^SLACK_BOT_TOKEN has a space/],
  ['a token with one quote', { ...TOKENS, SLACK_BOT_TOKEN: 'xoxb-hush"' }, /^SLACK_BOT_TOKEN has a space, a quote/],
  ['a signing secret with a space', { SLACK_SIGNING_SECRET: 'hu sh' }, /^SLACK_SIGNING_SECRET has a space/],
  ['a port that is a word', { PORT: 'hush' }, /^PORT must be a whole number/],
  ['a port that is too high', { PRACTICE_PORT: '65536' }, /^PRACTICE_PORT must be a whole number/],
  ['a negative port', { PORT: '-1' }, /^PORT must be/],
  ['half a port', { PORT: '80.5' }, /^PORT must be/],
  ['another database', { DATABASE_URL: 'mysql://u:hush@h/db' }, /^DATABASE_URL must start with postgres/],
  ['a # in the password', { DATABASE_URL: 'postgres://u:hush#1@h/db' }, /^DATABASE_URL .*percent-encoded/],
  ['a # after digits', { DATABASE_URL: 'postgres://u:12#hush@h/db' }, /^DATABASE_URL .*percent-encoded/],
  ['an @ in the password', { DATABASE_URL: 'postgres://u:hush@1@h/db' }, /^DATABASE_URL .*percent-encoded/],
  ['a % in the password', { DATABASE_URL: 'postgres://u:hush%zz@h/db' }, /^DATABASE_URL .*percent-encoded/],
  ['an anchor', { DATABASE_URL: 'postgres://u:hush@h/db#x' }, /^DATABASE_URL .*percent-encoded/],
  [
    'a slash and an @ in the password',
    { DATABASE_URL: 'postgres://u:1/hu@sh@h/db' },
    /^DATABASE_URL .*percent-encoded/,
  ],
  ['a slash in the password', { DATABASE_URL: 'postgres://u:1/hush@h/db' }, /^DATABASE_URL .*percent-encoded/],
  ['a folder with a line break', { DATA_DIR: './hu\nsh' }, /^DATA_DIR has a line break/],
  ['an API address that is none', { SLACK_API_URL: 'hush' }, /^SLACK_API_URL must be an http/],
  ['an API address with a query', { SLACK_API_URL: 'https://h/api?x=hush' }, /^SLACK_API_URL must be/],
  ['an origin with a path', { ALLOW_FEED_ORIGINS: 'http://h:1/hush' }, /^ALLOW_FEED_ORIGINS must list origins/],
  ['an origin with a star', { ALLOW_FEED_ORIGINS: 'http://*.hush' }, /^ALLOW_FEED_ORIGINS must list origins/],
  ['an origin of files', { ALLOW_FEED_ORIGINS: 'file:///hush' }, /^ALLOW_FEED_ORIGINS must list origins/],
  ['a maybe', { ALLOW_PRIVATE_NETWORKS: 'hush' }, /^ALLOW_PRIVATE_NETWORKS must be true or false/],
  ['a level of its own', { LOG_LEVEL: 'hush' }, /^LOG_LEVEL must be one of/],
])('%s is refused in one sentence that names the variable and keeps the value to itself', (_, env, sentence) => {
  const problem = problemOf(env);
  expect(problem).toMatch(sentence);
  expect(problem).toMatch(/\.$/);
  expect(problem).not.toMatch(/hush|hu\b|\n/);
});

test('the first bad variable is named, not all of them', () => {
  expect(problemOf({ PORT: 'x', LOG_LEVEL: 'x' })).toMatch(/^PORT /);
});

test.each([
  ['https://slack.test/api', 'https://slack.test/api/'],
  ['https://slack.test/api/', 'https://slack.test/api/'],
  ['http://127.0.0.1:4300', 'http://127.0.0.1:4300/'],
])('the API address %s ends with a slash', (value, expected) => {
  expect(configOf({ ...TOKENS, SLACK_API_URL: value }).slack?.apiUrl).toBe(expected);
});

test.each([
  'postgres://u:p%40ss@db.test:5432/porchlight?sslmode=require',
  'postgresql://localhost/porchlight',
  'postgres:///porchlight?host=/var/run/postgresql',
])('the database address %s is taken as it is', (value) => {
  expect(configOf({ DATABASE_URL: value }).databaseUrl).toBe(value);
});

test.each([
  ['1', true],
  ['TRUE', true],
  ['yes', true],
  ['On', true],
  ['0', false],
  ['false', false],
  ['No', false],
  ['off', false],
])('ALLOW_PRIVATE_NETWORKS=%s means %s', (value, expected) => {
  expect(configOf({ ALLOW_PRIVATE_NETWORKS: value }).allowPrivateNetworks).toBe(expected);
});

test('feed origins are read one by one, in the form that URL.origin has', () => {
  const { allowFeedOrigins } = configOf({ ALLOW_FEED_ORIGINS: ' http://127.0.0.1:4001, https://Feeds.test/ ,,' });
  expect(allowFeedOrigins).toEqual(['http://127.0.0.1:4001', 'https://feeds.test']);
});

test('ports, the folder, the file and the level are taken over', () => {
  const env = {
    PRACTICE_PORT: '65535',
    DATA_DIR: '/var/my data',
    COMMUNITY_FILE: 'c.yml',
    LOG_LEVEL: 'WARN',
  };
  expect(configOf(env)).toMatchObject({
    practicePort: 65_535,
    dataDir: '/var/my data',
    communityFile: 'c.yml',
    logLevel: 'warn',
  });
});

test('a variable of somebody else is left alone', () => {
  expect(configOf({ TZ: 'Mars/Olympus', __proto__: 'x', HOME: '/root' })).toEqual(configOf({}));
});

test('the table has one row for every variable, with its default', () => {
  const rows = environmentTable().split('\n').slice(2);
  expect(rows).toHaveLength(Object.keys(ENVIRONMENT).length);
  expect(rows).toContain('| `PORT` | port of HTTP mode | `3000` |');
  for (const row of rows) expect(row).toMatch(/^\| `[A-Z_]+` \| [^|]+ \| (`[^`|]+`)? \|$/);
});
