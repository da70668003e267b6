import type { Agent, Dispatcher } from 'undici';
import { SourceError } from '../network.ts';
import { readBody } from './body.ts';
import { beforeDeadline } from './deadline.ts';
import { failureOf } from './failure.ts';
import type { Limits } from './limits.ts';
import type { Hop, HopAnswer } from './redirects.ts';
import { retryAfterMs } from './retry-after.ts';

/** One request and its answer, redirects not followed. @throws SourceError for 4xx, 5xx and broken answers. */
export async function exchange(agent: Agent, hop: Hop, limits: Limits): Promise<HopAnswer> {
  const signal = hop.deadline();
  try {
    const asked = agent.request({
      origin: hop.url.origin,
      path: hop.url.pathname + hop.url.search,
      method: 'GET',
      headers: { 'user-agent': limits.userAgent, 'accept-encoding': 'gzip, deflate, br', ...hop.headers },
      signal,
    });
    const response = await beforeDeadline(asked, signal);
    return await readAnswer(hop, response, limits);
  } catch (error) {
    throw failureOf(error, hop.url.hostname, limits);
  }
}

async function readAnswer(hop: Hop, response: Dispatcher.ResponseData, limits: Limits): Promise<HopAnswer> {
  const status = response.statusCode;
  const headers = flatten(response.headers);
  if (status >= 200 && status < 300) {
    return {
      status,
      headers,
      body: await readBody(response.body, headers['content-encoding'], limits.maxBytes, hop.deadline()),
    };
  }
  await response.body.dump({ limit: 16 * 1024, signal: hop.deadline() });
  if (status >= 300 && status < 400) return { status, headers, body: Buffer.alloc(0) };
  throw badStatus(hop.url.hostname, status, headers);
}

function badStatus(host: string, status: number, headers: HopAnswer['headers']): SourceError {
  return new SourceError(`${host} answered ${status}${meanings[status] ? ` (${meanings[status]})` : ''}`, {
    hostUnwell: status === 408 || status === 429 || status >= 500,
    retryAfterMs: retryAfterMs(headers['retry-after'], new Date()),
    gone: status === 410,
    status,
  });
}

const meanings: Record<number, string> = {
  401: 'it wants a log-in',
  403: 'not allowed',
  404: 'not found',
  410: 'gone for good',
  429: 'too many requests',
};

function flatten(headers: Dispatcher.ResponseData['headers']): HopAnswer['headers'] {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );
}
