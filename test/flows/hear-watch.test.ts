import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Deps } from '../../src/deps.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { hearWatch } from '../../src/flows/hear-watch.ts';
import { pollSources } from '../../src/flows/poll-sources.ts';
import { readWatch } from '../../src/flows/read-settings.ts';
import { saveWatch } from '../../src/flows/save-watch.ts';
import type { Http } from '../../src/networks/http.ts';
import { closeNetworks } from '../../src/networks/index.ts';
import { aRoom, aTeam, GEN } from '../helpers/builders.ts';
import { BEN, DANA } from '../helpers/facts.ts';
import { granted } from '../helpers/stages.ts';
import { testWorld } from '../helpers/world.ts';
import { httpFor, startWeb, type Web } from '../networks/web.ts';

const world = testWorld();

const post = (n: number, words: string) =>
  `<item><title>Post ${n}</title><guid>g${n}</guid><pubDate>Mon, 23 Nov 2026 0${9 - n}:00:00 GMT</pubDate><description>${words}</description></item>`;
const FEED = `<rss version="2.0"><channel><title>Acme Blog</title>${[1, 2, 3, 4].map((n) => post(n, n < 3 ? 'about acme cloud' : 'about the weather')).join('')}</channel></rss>`;
const PAGE =
  '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head></html>';

let web: Web;
let http: Http;
let deps: Deps;
/** What the page answers once this settles. */
let gate: Promise<unknown>;
beforeAll(async () => {
  web = await startWeb(async (request, response) => {
    if (request.url === '/slow') await gate;
    const page = { '/feed.xml': FEED, '/': PAGE, '/slow': PAGE, '/bare': '<html><body>hello</body></html>' }[
      request.url ?? ''
    ];
    response.writeHead(page ? 200 : 404).end(page);
  });
});
afterAll(async () => {
  await web.close();
  await closeNetworks();
});
beforeEach(async () => {
  gate = Promise.resolve();
  http = httpFor(web);
  deps = { ...world.deps, http };
  await aTeam(world, { managers: [DANA] });
});
afterEach(() => http.close());

function save(
  addresses: string[],
  more: { showNewest?: boolean; name?: string; waitMs?: number; watchId?: number; seen?: string } = {},
) {
  const { showNewest = false, name = 'Acme', waitMs = 5_000, watchId = null, seen = '' } = more;
  const typed = addresses.map((path) => `${web.origin}${path}`).join('\n');
  const form = { name, channel: GEN, any: 'acme cloud', all: '', none: '', addresses: typed, voices: [], showNewest };
  return saveWatch(deps, { personId: DANA, watchId, seen, form }, { waitMs });
}

const sources = () => world.db.selectFrom('sources').selectAll().orderBy('id').execute();
const mentions = () => world.db.selectFrom('mentions').selectAll().execute();

test('a blog’s address becomes its feed, which is fetched silently and tells what would have matched', async () => {
  const { watchId, pending } = granted(await save(['/']));
  expect(pending).toEqual([]);
  expect(await sources()).toMatchObject([
    { settings: { url: `${web.origin}/feed.xml` }, name: 'Acme Blog', backfill: 0 },
  ]);
  const heard = await hearWatch(deps, watchId, DANA);
  expect(heard?.preview).toEqual({ items: 4, matches: 2, days: 14, titles: ['Post 1', 'Post 2'] });
  expect(heard?.facts.sources).toMatchObject([{ lastSuccessAt: world.now(), lastError: null }]);
  expect(await mentions()).toEqual([]);
});

test('asked for, the newest that match become cards at once', async () => {
  const { watchId } = granted(await save(['/feed.xml'], { showNewest: true }));
  await hearWatch(deps, watchId, DANA);
  expect(await mentions()).toHaveLength(2);
});

test('titles are shown only to those who are in the watch’s channel', async () => {
  const { watchId } = granted(await save(['/feed.xml']));
  aRoom(world, GEN, { members: [BEN] });
  expect((await hearWatch(deps, watchId, DANA))?.preview).toMatchObject({ matches: 2, titles: [] });
});

test.each([
  ['/bare', /“.*\/bare” cannot be heard: 127\.0\.0\.1:\d+\/bare is a web page that names no feed\./],
  ['/nowhere', /cannot be heard: .*404/],
])('an address that leads to no feed is told under its field, and nothing is kept: %s', async (path, told) => {
  const outcome = await save(['/', path]);
  expect(isRefusal(outcome) && outcome).toMatchObject({
    problems: [{ at: 'addresses', problem: expect.stringMatching(told) }],
  });
  expect([await sources(), await world.db.selectFrom('watches').selectAll().execute()]).toEqual([[], []]);
});

test('an address that does not answer in time is kept as it was typed, and followed by its first fetch', async () => {
  let open: (value?: unknown) => void = () => {};
  gate = new Promise((resolve) => {
    open = resolve;
  });
  const { watchId, pending } = granted(await save(['/slow'], { waitMs: 1 }));
  expect(pending).toEqual([`${web.origin}/slow`]);
  expect(await sources()).toMatchObject([{ settings: { url: `${web.origin}/slow` } }]);
  open();
  const heard = await hearWatch(deps, watchId, DANA);
  expect(await sources()).toMatchObject([{ settings: { url: `${web.origin}/feed.xml` }, last_error: null }]);
  expect(heard?.preview).toMatchObject({ items: 4, matches: 2 });
});

test('a page that leads to a feed which is heard already is heard through it', async () => {
  granted(await save(['/feed.xml'], { name: 'Other' }));
  const { watchId } = granted(await save(['/slow'], { waitMs: 0 }));
  await pollSources(deps);
  await pollSources(deps);
  expect(await sources()).toHaveLength(1);
  const facts = granted(await readWatch(deps, { personId: DANA, watchId }));
  expect(facts.addresses).toEqual([`${web.origin}/feed.xml`]);
});

test('a source that a file or another watch set up keeps its pace and its past', async () => {
  granted(await save(['/feed.xml'], { name: 'Other' }));
  await pollSources(deps);
  await world.db.updateTable('sources').set({ every_ms: 60_000 }).execute();
  const [before] = await sources();
  granted(await save(['/'], { showNewest: true }));
  expect(await sources()).toEqual([before]);
});

test('an address that leaves the form is heard no more; the others stay, however they were written', async () => {
  const { watchId } = granted(await save(['/feed.xml', '/']));
  const { stamp } = granted(await readWatch(deps, { personId: DANA, watchId }));
  granted(await save(['/feed.xml#top'], { watchId, seen: stamp }));
  expect(granted(await readWatch(deps, { personId: DANA, watchId })).addresses).toEqual([`${web.origin}/feed.xml`]);
  const next = granted(await readWatch(deps, { personId: DANA, watchId }));
  granted(await save([], { watchId, seen: next.stamp }));
  expect(await sources()).toMatchObject([{ due_at: null }]);
});
