import bolt from '@slack/bolt';
import type { Logger } from '@slack/web-api';
import type { Door } from './door.ts';

const { HTTPReceiver } = bolt;

/** Slack's largest requests carry a form's whole view: far below this. */
const MAX_BODY = '1mb';

/**
 * HTTP mode: Slack sends signed requests to `/slack/events` on our port, at any of several replicas. `/health` answers
 * whoever watches over the process.
 */
export function httpDoor(signingSecret: string, port: number, logger: Logger): Door {
  const receiver = new HTTPReceiver({
    signingSecret,
    port,
    logger,
    bodyLimit: MAX_BODY,
    customRoutes: [{ path: '/health', method: 'GET', handler: (_, response) => void response.end('ok') }],
  });
  return {
    receiver,
    // Slack sends again what nobody took; there is no connection to lose.
    onConnected: (hear) => hear(),
    close: async () => void (await receiver.stop()),
  };
}
