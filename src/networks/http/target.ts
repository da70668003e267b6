import { parseUrl } from '../../domain/parse-url.ts';
import { SourceError } from '../network.ts';
import type { Limits } from './limits.ts';

const openPorts = new Set(['', '80', '443']);

/** Is this a port of the web? The empty string is the default port of its scheme. Pure. */
export function isOpenPort(port: string): boolean {
  return openPorts.has(port);
}

/**
 * The address as a URL, when its form is one that Porchlight fetches: http or https, no user name, a port of the
 * web. Where it leads is checked when the connection opens. @throws SourceError that says what is wrong.
 */
export function readTarget(address: string, limits: Limits, base?: URL): URL {
  const url = parseUrl(address, base?.href);
  if (!url) throw new SourceError(`"${address.slice(0, 200)}" is not a web address`);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new SourceError(`Porchlight fetches http and https addresses only, not "${url.protocol}"`);
  }
  if (url.username || url.password) {
    throw new SourceError(
      `the address at ${url.hostname} carries a user name or password, which Porchlight does not send`,
    );
  }
  if (!isOpenPort(url.port) && !limits.allowOrigins.has(url.origin) && !limits.allowPrivateNetworks) {
    throw new SourceError(`${url.host} uses port ${url.port}; Porchlight fetches ports 80 and 443 only`);
  }
  url.hash = '';
  return url;
}
