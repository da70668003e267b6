import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { isLetGo, SlackTrouble } from './port.ts';

/** Runs one call and turns whatever the client throws into SlackTrouble. */
export async function asking<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw asTrouble(error);
  }
}

function asTrouble(cause: unknown): unknown {
  if (cause instanceof WebAPIRateLimitedError) {
    return new SlackTrouble('limited', 'ratelimited', { retryAfterMs: cause.retryAfter * 1_000, cause });
  }
  if (cause instanceof WebAPIPlatformError) return platformTrouble(cause);
  if (cause instanceof WebAPIHTTPError) {
    return new SlackTrouble(cause.statusCode < 500 ? 'refused' : 'lost', `http_${cause.statusCode}`, { cause });
  }
  if (cause instanceof WebAPIRequestError) return new SlackTrouble('lost', 'no_answer', { cause });
  return cause;
}

/** Slack's words for its own trouble: the call may or may not have worked. */
const OWN_TROUBLE = ['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'];

function platformTrouble(cause: WebAPIPlatformError): SlackTrouble {
  const code = cause.data.error;
  if (code === 'rate_limited' || code === 'ratelimited') {
    return new SlackTrouble('limited', code, { retryAfterMs: 30_000, cause });
  }
  // Nothing happened, and nothing will until somebody installs us again.
  if (isLetGo(code)) return new SlackTrouble('limited', code, { retryAfterMs: 60_000, cause });
  if (OWN_TROUBLE.includes(code)) return new SlackTrouble('lost', code, { cause });
  return new SlackTrouble('refused', code, { detail: cause.data.response_metadata?.messages ?? [], cause });
}

/** Asks, and gives `instead` when Slack says no with one of these words. */
export async function unless<T, U = undefined>(fine: string[], call: () => Promise<T>, instead?: U): Promise<T | U> {
  try {
    return await asking(call);
  } catch (error) {
    if (error instanceof SlackTrouble && fine.includes(error.code)) return instead as U;
    throw error;
  }
}
