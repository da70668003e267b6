import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { pollSources } from '../../src/flows/poll-sources.ts';
import { retryDead } from '../../src/flows/retry-dead.ts';
import type { Http } from '../../src/networks/http.ts';
import { closeNetworks } from '../../src/networks/index.ts';
import { aSource, aTeam, aWatch, GEN, MINUTE } from '../helpers/builders.ts';
import { ANA } from '../helpers/facts.ts';
import { testWorld } from '../helpers/world.ts';
import { httpFor, startWeb, type Web } from '../networks/web.ts';

const world = testWorld();
type Answer = (request: IncomingMessage, response: ServerResponse) => void;
let web: Web;
let http: Http;
/** What the sites outside say, by path. */
const pages = new Map<string, Answer>();

beforeAll(async () => {
  web = await startWeb((request, response) => {
    const page = pages.get(request.url ?? '');
    if (page) page(request, response);
    else response.writeHead(404).end();
  });
});
beforeEach(() => {
  pages.clear();
  http = httpFor(web);
  world.deps.http = http;
});
afterEach(() => http.close());
afterAll(async () => {
  await closeNetworks();
  await web.close();
});

function feed(...texts: string[]): Answer {
  const items = texts.map((text, n) => `<item><guid>${n}</guid><title>${text}</title></item>`).join('');
  return (_, response) => {
    response.setHeader('content-type', 'application/rss+xml');
    response.end(`<rss version="2.0"><channel><title>The Blog</title>${items}</channel></rss>`);
  };
}

function status(code: number, headers: Record<string, string> = {}): Answer {
  return (_, response) => void response.writeHead(code, headers).end();
}

async function aFeed(path: string, backfill = 5) {
  const watch = await world.db.selectFrom('watches').selectAll().executeTakeFirst();
  return aSource(world, watch ? [watch] : [await aWatch(world)], { url: `${web.origin}${path}`, backfill });
}

function source(id: number) {
  return world.db.selectFrom('sources').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

/** How long until the source is asked again, in minutes. */
async function minutesToNext(id: number): Promise<number> {
  return (Number((await source(id)).due_at) - +world.now()) / MINUTE;
}

test('a poll brings items to the channel, learns the source’s name and is due again at its own pace', async () => {
  await aTeam(world);
  pages.set('/feed', feed('Acme is down', 'Acme is up'));
  const id = await aFeed('/feed');
  expect(await pollSources(world.deps)).toBe(1);
  await world.rest();
  expect(world.slack.shown(GEN)).toHaveLength(2);
  expect(world.slack.shown(GEN)[0]?.message.text).toMatch(/^The Blog · /);
  expect(await source(id)).toMatchObject({ name: 'The Blog', tries: 0, last_error: null });
});

test('what is not due is not asked, and the next poll is spread around the interval', async () => {
  await aTeam(world);
  pages.set('/feed', feed());
  const id = await aFeed('/feed');
  await pollSources(world.deps);
  expect(await minutesToNext(id)).toBeGreaterThanOrEqual(0.95);
  expect(await minutesToNext(id)).toBeLessThanOrEqual(1.05);
  expect(await pollSources(world.deps)).toBe(0);
  world.pass(1.1 * MINUTE);
  expect(await pollSources(world.deps)).toBe(1);
});

test('the second poll asks only whether something changed, and 304 is a success', async () => {
  await aTeam(world);
  const asked: (string | undefined)[] = [];
  pages.set('/feed', (request, response) => {
    asked.push(request.headers['if-none-match']);
    response.setHeader('etag', '"v1"');
    if (request.headers['if-none-match']) response.writeHead(304).end();
    else feed('Acme!')(request, response);
  });
  const id = await aFeed('/feed');
  await pollSources(world.deps);
  world.pass(2 * MINUTE);
  await pollSources(world.deps);
  expect(asked).toEqual([undefined, '"v1"']);
  expect(await source(id)).toMatchObject({ last_success_at: world.now(), last_error: null });
});

test.each([
  ['429', 429],
  ['503', 503],
])('%s waits as long as it was told and is not the source’s fault', async (_, code) => {
  await aTeam(world);
  pages.set('/feed', status(code, { 'retry-after': '600' }));
  const id = await aFeed('/feed');
  await pollSources(world.deps);
  expect(await source(id)).toMatchObject({ tries: 0, stopped_at: null });
  expect(await minutesToNext(id)).toBeGreaterThanOrEqual(10);
});

test('410 stops the source until a manager starts it again', async () => {
  await aTeam(world, { managers: [ANA] });
  pages.set('/feed', status(410));
  const id = await aFeed('/feed');
  await pollSources(world.deps);
  expect(await source(id)).toMatchObject({ stopped_at: world.now(), due_at: null });
  world.pass(1_000 * MINUTE);
  expect(await pollSources(world.deps)).toBe(0);
  expect(await retryDead(world.deps, { kind: 'source', id, personId: ANA })).toBeUndefined();
  pages.set('/feed', feed('Acme is back'));
  expect(await pollSources(world.deps)).toBe(1);
  expect(await source(id)).toMatchObject({ stopped_at: null, last_error: null });
});

// An hour, and the twentieth that chance may add.
const LONGEST_PAUSE_MINUTES = 64;

test('a source that fails is asked ever more rarely, but never given up', async () => {
  await aTeam(world);
  pages.set('/feed', (_, response) => void response.end('<html><body>Welcome</body></html>'));
  const id = await aFeed('/feed');
  const pauses: number[] = [];
  for (let n = 0; n < 12; n++) {
    await pollSources(world.deps);
    pauses.push(await minutesToNext(id));
    world.pass(LONGEST_PAUSE_MINUTES * MINUTE);
  }
  expect(pauses.at(-1)).toBeGreaterThan(55);
  expect(pauses[0]).toBeLessThan(2);
  expect(await source(id)).toMatchObject({
    dead_at: null,
    stopped_at: null,
    last_error: expect.stringContaining('page'),
  });
});

test('a first poll that failed leaves the baseline for the first that succeeds', async () => {
  await aTeam(world);
  pages.set('/feed', status(500));
  await aFeed('/feed', 0);
  await pollSources(world.deps);
  pages.set('/feed', feed('Acme was here before'));
  world.pass(61 * MINUTE);
  await pollSources(world.deps);
  expect(await world.db.selectFrom('mentions').selectAll().execute()).toEqual([]);
});

test('one source that fails stops no other', async () => {
  await aTeam(world);
  pages.set('/bad', (_, response) => void response.destroy());
  pages.set('/worse', (_, response) => void response.end('garbage'));
  pages.set('/good', feed('Acme lives'));
  for (const path of ['/bad', '/worse', '/good']) await aFeed(path);
  expect(await pollSources(world.deps)).toBe(3);
  expect(await world.db.selectFrom('mentions').selectAll().execute()).toHaveLength(1);
});

test('two sweeps at once ask each source once', async () => {
  await aTeam(world);
  pages.set('/feed', feed('Acme!'));
  await aFeed('/feed');
  const before = web.asked.length;
  await Promise.all([pollSources(world.deps), pollSources(world.deps), pollSources(world.deps)]);
  expect(web.asked.length - before).toBe(1);
});
