import type { IncomingMessage } from 'node:http';

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Is the request meant for this machine, and not made by another web site in the browser? */
export function isOwnRequest({ headers, method }: IncomingMessage): boolean {
  const host = headers.host ?? '';
  if (!LOCAL.has(host.replace(/:\d+$/, ''))) return false;
  const { origin } = headers;
  const isLinkFollowed = method === 'GET' && headers['sec-fetch-mode'] === 'navigate';
  if (origin === undefined) return isLinkFollowed || headers['sec-fetch-site'] !== 'cross-site';
  return URL.canParse(origin) && isSameSite(new URL(origin), host);
}

/** localhost and 127.0.0.1 are the same place, but only on our own port. */
function isSameSite({ protocol, hostname, port }: URL, host: string): boolean {
  const ownPort = /:(\d+)$/.exec(host)?.[1] ?? '80';
  return protocol === 'http:' && LOCAL.has(hostname) && (port || '80') === ownPort;
}
