import { Agent } from 'undici';
import type { Dial, Lookup } from './http/connect.ts';
import { guardedConnect } from './http/connect.ts';
import { exchange } from './http/exchange.ts';
import { followRedirects } from './http/redirects.ts';
import { createTurns } from './http/turns.ts';

export type HttpOptions = {
  /** Exact origins ("http://127.0.0.1:4300") that are exempt from the address and port checks. */
  allowOrigins: readonly string[];
  /** Lifts both checks for private and loopback ranges; link-local and metadata addresses stay refused. */
  allowPrivateNetworks: boolean;
  userAgent: string;
  /** For one `get` in all, from its first turn at the host: names, redirects and body. It may wait four times as long for that turn. */
  deadlineMs?: number;
  /** Of the body, after decoding. */
  maxBytes?: number;
  maxHops?: number;
  /** Between two requests to one host. */
  pauseMs?: number;
  /** For tests: answers names without DNS. */
  lookup?: Lookup;
  /** For tests: opens the connection to addresses that were found good. */
  dial?: Dial;
};

export type HttpAnswer = {
  /** 2xx or 304; anything else is thrown. */
  status: number;
  /** Names in lower case. */
  headers: Record<string, string | undefined>;
  /** Where the answer came from, after redirects. */
  url: string;
  /** Where the address has moved for good (301, 308), if it says so. */
  movedTo?: string;
  /** Decoded: never compressed. */
  body: Buffer;
};

export type Http = {
  /**
   * Fetches a public web address, one request at a time per host.
   * @throws SourceError for whatever the outside did wrong, and for addresses that Porchlight does not fetch.
   */
  get(url: string, request?: { headers?: Record<string, string> }): Promise<HttpAnswer>;
  /** Drops every connection; what is under way fails. */
  close(): Promise<void>;
};

/**
 * The one way out to the web. It reaches public addresses only: names are checked by what they resolve to, and the
 * connection goes to exactly the addresses that were checked; every redirect is a new request and a new check.
 */
export function createHttp(options: HttpOptions): Http {
  const limits = {
    allowOrigins: new Set(options.allowOrigins),
    allowPrivateNetworks: options.allowPrivateNetworks,
    userAgent: options.userAgent,
    deadlineMs: options.deadlineMs ?? 15_000,
    maxBytes: options.maxBytes ?? 5 * 1024 * 1024,
    maxHops: options.maxHops ?? 5,
  };
  const connect = guardedConnect({ ...limits, lookup: options.lookup, dial: options.dial });
  const agent = new Agent({ connect, headersTimeout: 0, bodyTimeout: 0, maxHeaderSize: 16 * 1024 });
  const turns = createTurns(options.pauseMs ?? 250, 4 * limits.deadlineMs);

  return {
    get: (url, { headers = {} } = {}) =>
      followRedirects(url, headers, limits, (hop) => turns.take(hop.url.hostname, () => exchange(agent, hop, limits))),
    close: () => agent.destroy(),
  };
}
