import type { RequestListener } from 'node:http';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, expect, test } from '@jest/globals';
import type { Http, HttpOptions } from '../../src/networks/http.ts';
import { SourceError } from '../../src/networks/network.ts';
import { httpFor, startWeb, trappedHttp, type Web } from './web.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function serve(answer: RequestListener, options?: Partial<HttpOptions>): Promise<{ web: Web; http: Http }> {
  const web = await startWeb(answer);
  const http = httpFor(web, options);
  open.push(http, web);
  return { web, http };
}

async function failureOf(answering: Promise<unknown>): Promise<SourceError> {
  const error = await answering.then(
    () => undefined,
    (reason) => reason,
  );
  if (!(error instanceof SourceError)) throw new Error('It should have failed with a SourceError.', { cause: error });
  return error;
}

test('gives status, headers, final address and body', async () => {
  const { web, http } = await serve((request, response) => {
    response.setHeader('etag', '"1"').end(`${request.headers['user-agent']}, ${request.headers.accept}`);
  });
  const answer = await http.get(`${web.origin}/a?b=c#d`, { headers: { accept: 'text/plain' } });
  expect(answer).toMatchObject({ status: 200, url: `${web.origin}/a?b=c`, movedTo: undefined });
  expect(answer.headers.etag).toBe('"1"');
  expect(answer.body.toString()).toBe('Porchlight test, text/plain');
});

test('a 304 is an answer without a body', async () => {
  const { web, http } = await serve((_request, response) => response.writeHead(304, { etag: '"1"' }).end());
  expect(await http.get(web.origin)).toMatchObject({ status: 304, body: Buffer.alloc(0) });
});

test.each([
  ['gzip', gzipSync('hello')],
  ['x-gzip', gzipSync('hello')],
  ['deflate', deflateSync('hello')],
  ['deflate', deflateRawSync('hello')],
  ['br', brotliCompressSync('hello')],
  ['gzip, gzip', gzipSync(gzipSync('hello'))],
  ['deflate, br', brotliCompressSync(deflateSync('hello'))],
  ['Identity', Buffer.from('hello')],
  ['', Buffer.from('hello')],
])('decodes "%s"', async (encoding, body) => {
  const { web, http } = await serve((_request, response) => response.setHeader('content-encoding', encoding).end(body));
  expect((await http.get(web.origin)).body.toString()).toBe('hello');
});

test.each(['zstd', 'compress', 'gzip, zstd', 'gzip, gzip, gzip, gzip'])(
  'refuses the encoding "%s"',
  async (encoding) => {
    const { web, http } = await serve((_request, response) =>
      response.setHeader('content-encoding', encoding).end('x'),
    );
    expect((await failureOf(http.get(web.origin))).message).toMatch(/sent an encoding that was not asked for/);
  },
);

test.each([
  ['is cut short', gzipSync('hello'.repeat(1000)).subarray(0, 30), /compressed answer that breaks off/],
  ['is no gzip', Buffer.from('hello'), /compressed answer that is broken/],
])('says so when a compressed body %s', async (_what, body, sentence) => {
  const { web, http } = await serve((_request, response) => response.setHeader('content-encoding', 'gzip').end(body));
  expect((await failureOf(http.get(web.origin))).message).toMatch(sentence);
});

const zeros = gzipSync(Buffer.alloc(60 * 1024 * 1024), { level: 9 });
test.each([
  ['a gzip bomb', 'gzip', zeros],
  ['a double gzip bomb', 'gzip, gzip', gzipSync(zeros)],
  ['a brotli bomb', 'br', brotliCompressSync(Buffer.alloc(20 * 1024 * 1024))],
  [
    'a big inner layer that decodes to nothing',
    'gzip, gzip',
    gzipSync(Buffer.concat(Array(400_000).fill(gzipSync('')))),
  ],
])('stops %s at 5 MB', async (_what, encoding, body) => {
  const { web, http } = await serve((_request, response) => response.setHeader('content-encoding', encoding).end(body));
  const error = await failureOf(http.get(web.origin));
  expect(error.message).toBe('127.0.0.1 sent more than 5 MB');
  expect(error.facts.hostUnwell).toBeFalsy();
});

test('stops an endless body at 5 MB and drops its connection', async () => {
  let dropped = false;
  const { web, http } = await serve((_request, response) => {
    const chunk = Buffer.alloc(64 * 1024, 'a');
    const more = () => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on('drain', more).on('close', () => {
      dropped = true;
    });
    more();
  });
  expect((await failureOf(http.get(web.origin))).message).toMatch(/more than 5 MB/);
  await expect(until(() => dropped)).resolves.toBeUndefined();
});

test('a slow drip ends at the deadline', async () => {
  const { web, http } = await serve(
    (_request, response) => {
      const drip = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(drip));
    },
    { deadlineMs: 150 },
  );
  const error = await failureOf(http.get(web.origin));
  expect(error.message).toBe('127.0.0.1 was not done within 0.15 seconds');
  expect(error.facts.hostUnwell).toBe(true);
});

test('the deadline also covers a server that never answers and a name that is never found', async () => {
  const { web, http } = await serve(() => undefined, { deadlineMs: 60 });
  expect((await failureOf(http.get(web.origin))).message).toMatch(/was not done within/);
  const waiting = trappedHttp(web, {}, { deadlineMs: 60, lookup: () => new Promise(() => undefined) });
  open.push(waiting);
  expect((await failureOf(waiting.get('http://blog.example.com/'))).message).toMatch(/was not done within/);
});

test('follows redirects of every kind and reports a permanent move', async () => {
  const { web, http } = await serve((request, response) => {
    if (request.url === '/old') response.writeHead(301, { location: '/older' }).end();
    else if (request.url === '/older') response.writeHead(308, { location: '/new' }).end();
    else if (request.url === '/new') response.writeHead(302, { location: 'today?x=1' }).end('moved');
    else response.end(request.url);
  });
  const answer = await http.get(`${web.origin}/old`);
  expect(answer).toMatchObject({ url: `${web.origin}/today?x=1`, movedTo: `${web.origin}/new` });
  expect(answer.body.toString()).toBe('/today?x=1');
});

test('a move behind a temporary redirect is not permanent', async () => {
  const { web, http } = await serve((request, response) => {
    if (request.url === '/a') response.writeHead(307, { location: '/b' }).end();
    else if (request.url === '/b') response.writeHead(301, { location: '/c' }).end();
    else response.end();
  });
  expect((await http.get(`${web.origin}/a`)).movedTo).toBeUndefined();
});

test('a redirect loop ends after five hops', async () => {
  const { web, http } = await serve((_request, response) => response.writeHead(302, { location: '/' }).end());
  expect((await failureOf(http.get(web.origin))).message).toBe('127.0.0.1 redirects more than 5 times');
  expect(web.asked).toHaveLength(6);
});

test('a redirect without an address is no answer', async () => {
  const { web, http } = await serve((_request, response) => response.writeHead(302).end());
  expect((await failureOf(http.get(web.origin))).message).toBe('127.0.0.1 answered 302 and no address');
});

test('secrets stay behind when a redirect leads to another origin', async () => {
  const seen: unknown[] = [];
  const { web, http } = await serve((request, response) => {
    seen.push(request.headers.authorization);
    if (request.headers.host === 'a.example') response.writeHead(302, { location: 'http://b.example/' }).end();
    else response.end();
  });
  const trapped = trappedHttp(web, { 'a.example': ['93.184.216.34'], 'b.example': ['93.184.216.35'] });
  open.push(trapped);
  await trapped.get('http://a.example/', { headers: { Authorization: 'Bearer secret' } });
  expect(seen).toEqual(['Bearer secret', undefined]);
  await http.close();
});

test.each([
  [401, false, /answered 401 \(it wants a log-in\)/],
  [403, false, /answered 403 \(not allowed\)/],
  [404, false, /answered 404 \(not found\)/],
  [408, true, /answered 408/],
  [429, true, /answered 429 \(too many requests\)/],
  [500, true, /answered 500/],
  [503, true, /answered 503/],
])('a %d is a fault with a sentence; the host is unwell: %s', async (status, hostUnwell, sentence) => {
  const { web, http } = await serve((_request, response) => response.writeHead(status).end('no'));
  const error = await failureOf(http.get(web.origin));
  expect(error.message).toMatch(sentence);
  expect(error.facts).toMatchObject({ hostUnwell, gone: false });
});

test('a 410 is the end of a source', async () => {
  const { web, http } = await serve((_request, response) => response.writeHead(410).end());
  expect((await failureOf(http.get(web.origin))).facts).toMatchObject({ gone: true, hostUnwell: false });
});

test('a 429 carries its Retry-After', async () => {
  const { web, http } = await serve((_request, response) => response.writeHead(429, { 'retry-after': '30' }).end());
  expect((await failureOf(http.get(web.origin))).facts.retryAfterMs).toBe(30_000);
});

test('headers larger than 16 KB are refused', async () => {
  const { web, http } = await serve((_request, response) => response.setHeader('x-big', 'a'.repeat(20_000)).end());
  expect((await failureOf(http.get(web.origin))).message).toBe('127.0.0.1 sent headers larger than 16 KB');
});

test('a body that is shorter or longer than announced is a broken answer', async () => {
  const { web, http } = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('short');
    setImmediate(() => response.destroy());
  });
  expect((await failureOf(http.get(web.origin))).message).toMatch(/broke off the connection|another length/);
});

test('a connection that is refused or broken off means that the host is unwell', async () => {
  const { web, http } = await serve((request) => request.socket.destroy());
  const broken = await failureOf(http.get(web.origin));
  expect(broken.message).toBe('127.0.0.1 broke off the connection');
  expect(broken.facts.hostUnwell).toBe(true);
  await web.close();
  const refused = await failureOf(http.get(web.origin));
  expect(refused.message).toBe('127.0.0.1 refused the connection');
  expect(refused.facts.hostUnwell).toBe(true);
});

test('a name is dialled by the addresses that its look-up gave, the second when the first is silent', async () => {
  const { web } = await serve((request, response) => response.end(request.headers.host));
  const lookup = async () => [
    { address: '127.0.0.2', family: 4 },
    { address: '127.0.0.1', family: 4 },
  ];
  const http = httpFor(web, { allowOrigins: [], allowPrivateNetworks: true, lookup });
  open.push(http);
  expect((await http.get(`http://blog.test:${web.port}/`)).body.toString()).toBe(`blog.test:${web.port}`);
});

test('a name that does not exist is said to be unknown', async () => {
  const { web } = await serve((_request, response) => response.end());
  const http = trappedHttp(web, {});
  open.push(http);
  const error = await failureOf(http.get('https://nowhere.example/'));
  expect(error.message).toBe('nowhere.example was not found: there is no such name');
});

test('a server that does not speak TLS is told apart from one that is down', async () => {
  const { web, http } = await serve((_request, response) => response.end(), { allowPrivateNetworks: true });
  const error = await failureOf(http.get(web.origin.replace('http:', 'https:')));
  expect(error.message).toMatch(/could not open a safe connection|broke off the connection/);
});

test('one host is asked one thing at a time, and the next only after the pause', async () => {
  let atOnce = 0;
  let most = 0;
  const times: number[] = [];
  const { web, http } = await serve(
    (_request, response) => {
      times.push(performance.now());
      most = Math.max(most, ++atOnce);
      setImmediate(() => {
        atOnce--;
        response.end();
      });
    },
    { pauseMs: 30 },
  );
  await Promise.all([http.get(`${web.origin}/1`), http.get(`${web.origin}/2`), http.get(`${web.origin}/3`)]);
  expect(most).toBe(1);
  expect((times[2] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(55);
  expect(web.asked.map((asked) => asked.at(-1))).toEqual(['1', '2', '3']);
});

test('a request that waits too long for its turn gives up, and the host is not blamed', async () => {
  const { web, http } = await serve(() => undefined, { deadlineMs: 40, pauseMs: 1000 });
  const [first, second] = await Promise.all([failureOf(http.get(web.origin)), failureOf(http.get(web.origin))]);
  expect(first.message).toMatch(/was not done within/);
  expect(second.message).toBe('too many requests to 127.0.0.1 are waiting');
  expect(second.facts.hostUnwell).toBeFalsy();
});

test('one slow host does not hold up another', async () => {
  const { web } = await serve((request, response) => {
    if (request.headers.host !== 'slow.example') response.end('quick');
  });
  const http = trappedHttp(web, { 'slow.example': ['93.184.216.34'], 'quick.example': ['93.184.216.35'] });
  open.push(http);
  const slow = failureOf(http.get('http://slow.example/'));
  expect((await http.get('http://quick.example/')).body.toString()).toBe('quick');
  await http.close();
  expect((await slow).message).toMatch(/slow\.example/);
});

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setImmediate(resolve));
}
