import { z } from 'zod';
import * as values from './config/values.ts';

/** What the environment tells the process. */
export type Config = {
  /** Absent: practice mode, without Slack. */
  slack?: { botToken: string; apiUrl: string; door: { appToken: string } | { signingSecret: string; port: number } };
  /** Absent: a database of Porchlight's own under `dataDir`. */
  databaseUrl?: string;
  dataDir: string;
  /** Absent: `./community.yml`, if there is one. A file that is named here has to exist. */
  communityFile?: string;
  practicePort: number;
  allowFeedOrigins: string[];
  allowPrivateNetworks: boolean;
  logLevel: string;
};

/** Every variable that is read, what it means, and what holds without it; the README's table is made of this one. */
export const ENVIRONMENT = {
  SLACK_BOT_TOKEN: {
    meaning: 'bot token (`xoxb-…`); without it and the next two the practice workspace starts',
    default: '',
  },
  SLACK_APP_TOKEN: { meaning: 'app-level token (`xapp-…`) for Socket Mode', default: '' },
  SLACK_SIGNING_SECRET: {
    meaning: 'instead of `SLACK_APP_TOKEN`, for HTTP mode: checks what Slack sends to `/slack/events`',
    default: '',
  },
  SLACK_API_URL: { meaning: 'root of the Slack Web API', default: 'https://slack.com/api/' },
  DATABASE_URL: { meaning: 'address of a Postgres; without it the database is a folder in `DATA_DIR`', default: '' },
  DATA_DIR: { meaning: 'folder of everything that is kept on this machine', default: './data' },
  PORT: { meaning: 'port of HTTP mode', default: '3000' },
  COMMUNITY_FILE: { meaning: 'settings file; without it `./community.yml`, if there is one', default: '' },
  PRACTICE_PORT: { meaning: 'port of the practice workspace', default: '4300' },
  ALLOW_FEED_ORIGINS: {
    meaning: 'exact origins, separated by commas, that may be fetched whatever their address and port',
    default: '',
  },
  ALLOW_PRIVATE_NETWORKS: { meaning: 'whether feeds may be in private networks or on this machine', default: 'false' },
  LOG_LEVEL: { meaning: '`trace`, `debug`, `info`, `warn`, `error`, `fatal` or `silent`', default: 'info' },
};
type Name = keyof typeof ENVIRONMENT;
type Given = { [N in Name]?: string };

const NAMES = Object.keys(ENVIRONMENT).filter((name): name is Name => name in ENVIRONMENT);

const VARIABLES = z.object({
  SLACK_BOT_TOKEN: values.slackToken('xoxb-').optional(),
  SLACK_APP_TOKEN: values.slackToken('xapp-').optional(),
  SLACK_SIGNING_SECRET: values.secret.optional(),
  SLACK_API_URL: values.apiUrl,
  DATABASE_URL: values.databaseUrl.optional(),
  DATA_DIR: values.path,
  PORT: values.port,
  COMMUNITY_FILE: values.path.optional(),
  PRACTICE_PORT: values.port,
  ALLOW_FEED_ORIGINS: values.origins.prefault(''),
  ALLOW_PRIVATE_NETWORKS: values.yesOrNo,
  LOG_LEVEL: values.logLevel,
} satisfies Record<Name, z.ZodType>);

/** The configuration, or one sentence that names the first bad or missing variable and never repeats its value. */
export function readConfig(env: NodeJS.ProcessEnv): { ok: true; config: Config } | { ok: false; problem: string } {
  const given = givenValues(env);
  if (areTokensSwapped(given)) return refuse('SLACK_BOT_TOKEN and SLACK_APP_TOKEN are swapped');
  const parsed = VARIABLES.safeParse(given);
  if (!parsed.success)
    return refuse(parsed.error.issues.map(({ path, message }) => `${String(path[0])} ${message}`)[0] ?? '');
  const missing = missingAccess(given);
  if (missing) return refuse(missing);
  return { ok: true, config: toConfig(parsed.data) };
}

/** The variables as a table in markdown. */
export function environmentTable(): string {
  const rows = Object.entries(ENVIRONMENT).map(
    ([name, { meaning, default: fallback }]) => `| \`${name}\` | ${meaning} | ${fallback && `\`${fallback}\``} |`,
  );
  return ['| variable | meaning | default |', '|---|---|---|', ...rows].join('\n');
}

function refuse(problem: string): { ok: false; problem: string } {
  return { ok: false, problem: `${problem}.` };
}

/** Trimmed, out of the quotes that some env files keep, and with the defaults; an empty value is none. */
function givenValues(env: NodeJS.ProcessEnv): Given {
  const entries = NAMES.map((name) => {
    const value = (env[name] ?? '')
      .trim()
      .replace(/^(["'])(.*)\1$/s, '$2')
      .trim();
    return [name, value || ENVIRONMENT[name].default || undefined];
  });
  return Object.fromEntries(entries);
}

function areTokensSwapped(given: Given): boolean {
  return /^xapp-/.test(given.SLACK_BOT_TOKEN ?? '') && /^xoxb-/.test(given.SLACK_APP_TOKEN ?? '');
}

/** What Slack needs besides what was given, in words. */
function missingAccess({ SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET }: Given): string | undefined {
  const door = SLACK_APP_TOKEN ?? SLACK_SIGNING_SECRET;
  if (SLACK_BOT_TOKEN && !door)
    return 'SLACK_APP_TOKEN is missing: Slack needs both tokens, or SLACK_SIGNING_SECRET for HTTP mode; the practice workspace needs none of them';
  if (door && !SLACK_BOT_TOKEN)
    return 'SLACK_BOT_TOKEN is missing: Slack needs it beside SLACK_APP_TOKEN or SLACK_SIGNING_SECRET; the practice workspace needs none of them';
  return undefined;
}

function toConfig(read: z.infer<typeof VARIABLES>): Config {
  return {
    slack: slackConfig(read),
    databaseUrl: read.DATABASE_URL,
    dataDir: read.DATA_DIR,
    communityFile: read.COMMUNITY_FILE,
    practicePort: read.PRACTICE_PORT,
    allowFeedOrigins: read.ALLOW_FEED_ORIGINS,
    allowPrivateNetworks: read.ALLOW_PRIVATE_NETWORKS,
    logLevel: read.LOG_LEVEL,
  };
}

function slackConfig(read: z.infer<typeof VARIABLES>): Config['slack'] {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = read;
  if (!botToken) return undefined;
  const access = { botToken, apiUrl: read.SLACK_API_URL };
  if (appToken) return { ...access, door: { appToken } };
  return signingSecret ? { ...access, door: { signingSecret, port: read.PORT } } : undefined;
}
