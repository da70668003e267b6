import bolt from '@slack/bolt';
import type { Logger } from '@slack/web-api';
import type { Door } from './door.ts';

const { SocketModeReceiver } = bolt;

/** How a lost socket is asked for again: however long Slack is away, at least every half minute. */
const KNOCKING = { forever: true, retries: 20, factor: 1.3, maxTimeout: 30_000 };
/** How long a socket that does not close is waited for. */
const CLOSE_TIMEOUT_MS = 2_000;

/** Socket Mode: we open a socket to Slack, and need no public address. */
export function socketDoor(appToken: string, apiUrl: string, logger: Logger): Door {
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    // A process that is busy for longer takes its socket for dead; after Slack's "disconnect" it is deaf for as long.
    clientPingTimeout: 5_000,
    // An object of its own: Bolt would give the app's calls the socket's patience otherwise.
    installerOptions: { clientOptions: { slackApiUrl: apiUrl, retryConfig: KNOCKING } },
  });
  return {
    receiver,
    onConnected: (hear) => void receiver.client.on('connected', hear),
    close: () => closeInTime(receiver),
  };
}

async function closeInTime(receiver: InstanceType<typeof SocketModeReceiver>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, CLOSE_TIMEOUT_MS);
  });
  // A pending reconnect rejects here with nothing to say: the socket is gone either way.
  await Promise.race([receiver.client.disconnect().catch(() => {}), late]);
  clearTimeout(timer);
}
