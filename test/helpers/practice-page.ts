import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll } from '@jest/globals';
import bolt from '@slack/bolt';
import { type Logger, LogLevel, WebClient } from '@slack/web-api';
import { type Practice, startPractice } from '../../practice/server/index.ts';

const { App, SocketModeReceiver } = bolt;
const ROOT = join(import.meta.dirname, '../..');
const run = promisify(execFile);

// The SDK speaks of every socket that a test cuts.
const silent: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};

export type BoltApp = InstanceType<typeof App>;

export type PracticePage = {
  readonly practice: Practice;
  /** Speaks as the app. */
  readonly client: WebClient;
};

/** The practice workspace with its page for the tests of one file, and in the place of Porchlight an app that does what `register` says. */
export function practicePage(register: (app: BoltApp) => void): PracticePage {
  let open: PracticePage;
  const closers: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    const webDir = await builtPage();
    const practice = await startPractice({ port: 0, webDir, manifestFile: join(ROOT, 'manifest.yml'), limits: false });
    closers.push(() => practice.close());
    closers.push(await startApp(practice, register));
    open = { practice, client: new WebClient('xoxb-practice', { slackApiUrl: practice.slackApiUrl }) };
  }, 60_000);
  afterAll(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });

  return new Proxy({} as PracticePage, { get: (_, key: keyof PracticePage) => open[key] });
}

/** Bundles the page into a folder of this process's own. */
async function builtPage(): Promise<string> {
  const folder = join(process.env.TEST_RUN_FOLDER ?? '', `page-${process.pid}`);
  await run(process.execPath, ['practice/web/build.js', folder], { cwd: ROOT });
  return folder;
}

/** Starts the app over Socket Mode; returns the way to stop it. */
async function startApp({ slackApiUrl }: Practice, register: (app: BoltApp) => void): Promise<() => Promise<unknown>> {
  const receiver = new SocketModeReceiver({
    appToken: 'xapp-practice',
    logger: silent,
    clientPingTimeout: 1000,
    installerOptions: { clientOptions: { slackApiUrl } },
  });
  const app = new App({
    token: 'xoxb-practice',
    receiver,
    clientOptions: { slackApiUrl },
    logger: silent,
    deferInitialization: true,
  });
  register(app);
  await app.init();
  await app.start();
  return () => receiver.client.disconnect();
}
