import type { HttpAnswer } from '../http.ts';
import { SourceError } from '../network.ts';
import { deadlineAfter } from './deadline.ts';
import type { Limits } from './limits.ts';
import { readTarget } from './target.ts';

/** One request on the way to an answer. */
export type Hop = {
  url: URL;
  headers: Record<string, string>;
  /** The deadline of the whole; it begins with the first call, when the request leaves. */
  deadline: () => AbortSignal;
};
export type HopAnswer = Pick<HttpAnswer, 'status' | 'headers' | 'body'>;

const redirects = new Set([301, 302, 303, 307, 308]);
const permanent = new Set([301, 308]);
const secrets = new Set(['authorization', 'cookie', 'proxy-authorization']);

/** Asks, and asks again wherever the answer points to; every hop is checked anew. @throws SourceError */
export async function followRedirects(
  address: string,
  headers: Record<string, string>,
  limits: Limits,
  ask: (hop: Hop) => Promise<HopAnswer>,
): Promise<HttpAnswer> {
  let hop: Hop = { url: readTarget(address, limits), headers, deadline: deadlineAfter(limits.deadlineMs) };
  let movedTo: string | undefined;
  let onlyPermanent = true;
  for (let hops = 0; hops <= limits.maxHops; hops++) {
    const answer = await ask(hop);
    const { location } = answer.headers;
    if (!redirects.has(answer.status) || !location) return finish(hop, answer, movedTo);
    hop = nextHop(hop, location, limits);
    onlyPermanent &&= permanent.has(answer.status);
    if (onlyPermanent) movedTo = hop.url.href;
  }
  throw new SourceError(`${new URL(address).hostname} redirects more than ${limits.maxHops} times`);
}

function finish(hop: Hop, answer: HopAnswer, movedTo: string | undefined): HttpAnswer {
  const { status } = answer;
  if (status >= 300 && status !== 304) throw new SourceError(`${hop.url.hostname} answered ${status} and no address`);
  return { ...answer, url: hop.url.href, movedTo };
}

function nextHop({ url, headers, deadline }: Hop, location: string, limits: Limits): Hop {
  const next = readTarget(location, limits, url);
  return { url: next, headers: next.origin === url.origin ? headers : withoutSecrets(headers), deadline };
}

function withoutSecrets(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !secrets.has(name.toLowerCase())));
}
