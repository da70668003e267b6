import bolt from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { boltLogger } from './bolt-logger.ts';
import { httpDoor } from './http-door.ts';
import { socketDoor } from './socket-door.ts';

const { App } = bolt;
export type SlackApp = InstanceType<typeof App>;

/** One workspace: its token, where its Web API is, and how it reaches us: by a socket, or by signed requests to a port. */
export type SlackAccess = {
  botToken: string;
  apiUrl: string;
  door: { appToken: string } | { signingSecret: string; port: number };
};

const CALL_TIMEOUT_MS = 10_000;

/** A Bolt app that is not reachable yet, and the client for everything but clicks. */
export function createSlack({ botToken, apiUrl, door }: SlackAccess, log: Logger) {
  const logger = boltLogger(log);
  const { receiver, onConnected, close } =
    'appToken' in door ? socketDoor(door.appToken, apiUrl, logger) : httpDoor(door.signingSecret, door.port, logger);
  const app = new App({
    token: botToken,
    receiver,
    logger,
    clientOptions: { slackApiUrl: apiUrl, timeout: CALL_TIMEOUT_MS, retryConfig: { retries: 1 } },
    deferInitialization: true,
    extendedErrorHandler: true,
    convoStore: false,
  });
  const client = new WebClient(botToken, {
    slackApiUrl: apiUrl,
    logger,
    timeout: CALL_TIMEOUT_MS,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
  return { app, client, onConnected, disconnect: close };
}
