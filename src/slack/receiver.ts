import bolt from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { boltLogger } from './bolt-logger.ts';

const { App, SocketModeReceiver } = bolt;
export type SlackApp = InstanceType<typeof App>;

/** The tokens of one workspace, and where its Web API is. */
export type SlackAccess = { botToken: string; appToken: string; apiUrl: string };

const CALL_TIMEOUT_MS = 10_000;
/** How a lost socket is asked for again: however long Slack is away, at least every half minute. */
const KNOCKING = { forever: true, retries: 20, factor: 1.3, maxTimeout: 30_000 };
/** How long a socket that does not close is waited for. */
const CLOSE_TIMEOUT_MS = 2_000;

/** A Bolt app over Socket Mode that is not connected yet, and the client for everything but clicks. */
export function createSlack(access: SlackAccess, log: Logger) {
  const logger = boltLogger(log);
  const receiver = new SocketModeReceiver({
    appToken: access.appToken,
    logger,
    // A process that is busy for longer takes its socket for dead; after Slack's "disconnect" it is deaf for as long.
    clientPingTimeout: 5_000,
    // An object of its own: Bolt would give the app's calls the socket's patience otherwise.
    installerOptions: { clientOptions: { slackApiUrl: access.apiUrl, retryConfig: KNOCKING } },
  });
  const app = new App({
    token: access.botToken,
    receiver,
    logger,
    clientOptions: { slackApiUrl: access.apiUrl, timeout: CALL_TIMEOUT_MS, retryConfig: { retries: 1 } },
    deferInitialization: true,
    extendedErrorHandler: true,
    convoStore: false,
  });
  const client = new WebClient(access.botToken, {
    slackApiUrl: access.apiUrl,
    logger,
    timeout: CALL_TIMEOUT_MS,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
  return {
    app,
    client,
    /** Calls `hear` each time the socket is open, the first time too: what Slack said before that is lost. */
    onConnected: (hear: () => void) => receiver.client.on('connected', hear),
    disconnect: () => disconnect(receiver),
  };
}

async function disconnect(receiver: InstanceType<typeof SocketModeReceiver>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, CLOSE_TIMEOUT_MS);
  });
  // A pending reconnect rejects here with nothing to say: the socket is gone either way.
  await Promise.race([receiver.client.disconnect().catch(() => {}), late]);
  clearTimeout(timer);
}
