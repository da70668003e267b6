/** A practice workspace and a real Bolt App for the tests of this folder; both are closed after each test. */
import { afterEach } from '@jest/globals';
import bolt from '@slack/bolt';
import { type Logger, LogLevel, WebClient } from '@slack/web-api';
import { type Practice, type PracticeOptions, startPractice } from '../../practice/server/index.ts';

const { App, SocketModeReceiver } = bolt;
const silent: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};

const closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** Runs after the test, the newest first. */
export function afterwards(close: () => Promise<unknown>): void {
  closers.push(close);
}

/** A fresh workspace on a free port, without rate limits and with quick redelivery unless told otherwise. */
export async function openPractice(options: Partial<PracticeOptions> = {}): Promise<Practice> {
  const timing = { ackMs: 300, retryPausesMs: [1, 1, 1], reorderMs: 10 };
  const practice = await startPractice({ port: 0, limits: false, timing, ...options });
  afterwards(() => practice.close());
  return practice;
}

/** The real client, which fails at once instead of trying again. */
export function openClient({ slackApiUrl }: Practice, token = 'xoxb-practice'): WebClient {
  return new WebClient(token, {
    slackApiUrl,
    retryConfig: { retries: 0 },
    logger: silent,
    rejectRateLimitedCalls: true,
  });
}

export type BoltApp = InstanceType<typeof App>;

/** A started Bolt App over Socket Mode; `register` adds its listeners first. */
export async function openApp({ slackApiUrl }: Practice, register: (app: BoltApp) => void): Promise<BoltApp> {
  const clientOptions = { slackApiUrl };
  const receiver = new SocketModeReceiver({
    appToken: 'xapp-practice',
    logger: silent,
    clientPingTimeout: 200,
    installerOptions: { clientOptions: { slackApiUrl } },
  });
  const app = new App({ token: 'xoxb-practice', receiver, clientOptions, logger: silent, deferInitialization: true });
  register(app);
  await app.init();
  await app.start();
  afterwards(() => receiver.client.disconnect());
  return app;
}

/** A promise and the function that fulfils it: how tests wait for what a listener hears. */
export function expected<T>(): { promise: Promise<T>; arrive: (value: T) => void } {
  let arrive: (value: T) => void = () => {};
  const promise = new Promise<T>((resolve) => {
    arrive = resolve;
  });
  return { promise, arrive };
}

/** The error answer of a call that must fail. */
export async function refusal(call: Promise<unknown>): Promise<Record<string, unknown> & { error: string }> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Error && 'data' in error) return error.data as Record<string, unknown> & { error: string };
  throw new Error(`The call was not refused: ${String(error)}`);
}
