import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildConnector } from 'undici';
import type { Address, Dial } from '../../src/networks/http/connect.ts';
import { createHttp, type Http, type HttpOptions } from '../../src/networks/http.ts';

export type Web = {
  origin: string;
  port: number;
  /** What was asked, in order: the Host header and the path. */
  asked: string[];
  close(): Promise<void>;
};

/** A web server on loopback, for one test or one file. */
export async function startWeb(answer: RequestListener): Promise<Web> {
  const asked: string[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    asked.push(`${request.headers.host}${request.url}`);
    answer(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    asked,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** An Http that may ask this server, without waiting between two requests. */
export function httpFor(web: Web, options: Partial<HttpOptions> = {}): Http {
  return createHttp({
    allowOrigins: [web.origin],
    allowPrivateNetworks: false,
    userAgent: 'Porchlight test',
    pauseMs: 0,
    ...options,
  });
}

/**
 * A whole internet on loopback: names resolve as told, and every connection that would leave is noted in `reached`
 * and goes to the server of the test instead.
 */
export function trappedHttp(
  web: Web,
  names: Record<string, string[] | (() => string[])>,
  options: Partial<HttpOptions> = {},
): Http & { reached: string[] } {
  const reached: string[] = [];
  const dial: Dial = ({ addresses, port, protocol }, callback) => {
    for (const { address } of addresses) reached.push(`${address} ${port || protocol}`);
    buildConnector({})({ protocol: 'http:', hostname: '127.0.0.1', port: String(web.port) }, callback);
  };
  const lookup = async (name: string): Promise<Address[]> => {
    const answers = names[name];
    if (!answers) throw Object.assign(new Error(`no such name: ${name}`), { code: 'ENOTFOUND' });
    return (typeof answers === 'function' ? answers() : answers).map((address) => ({
      address,
      family: address.includes(':') ? 6 : 4,
    }));
  };
  const http = createHttp({
    allowOrigins: [],
    allowPrivateNetworks: false,
    userAgent: 'Porchlight test',
    pauseMs: 0,
    lookup,
    dial,
    ...options,
  });
  return { ...http, reached };
}
