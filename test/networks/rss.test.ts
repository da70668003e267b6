import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, expect, test } from '@jest/globals';
import { closeNetworks, findNetwork, networkLabel, networks } from '../../src/networks/index.ts';
import type { Cursor, Polled } from '../../src/networks/network.ts';
import { rss } from '../../src/networks/rss/index.ts';
import { rssFeed } from './feeds.ts';
import { httpFor, startWeb } from './web.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});
afterAll(() => closeNetworks());

type Site = { url: string; poll(cursor?: Cursor): Promise<Polled>; headers: Record<string, unknown>[] };

async function site(answer: RequestListener): Promise<Site> {
  const headers: Record<string, unknown>[] = [];
  const web = await startWeb((request, response) => {
    headers.push(request.headers);
    answer(request, response);
  });
  const http = httpFor(web);
  open.push(http, web);
  const url = `${web.origin}/feed.xml`;
  return { url, headers, poll: (cursor = {}) => rss.poll({ url }, JSON.parse(JSON.stringify(cursor)), http) };
}

const item = (id: string, title = `Title ${id}`) =>
  `<item><guid isPermaLink="false">${id}</guid><title>${title}</title><link>/${title}</link></item>`;

test('a poll brings the items, the title of the feed and a cursor', async () => {
  const { poll, url } = await site((_request, response) => {
    response.setHeader('etag', '"a"').setHeader('last-modified', 'Fri, 20 Nov 2026 10:00:00 GMT');
    response.setHeader('content-encoding', 'gzip').end(gzipSync(rssFeed(item('1') + item('2'))));
  });
  const polled = await poll();
  expect(polled.title).toBe('A blog');
  expect(polled.items.map(({ title }) => title)).toEqual(['Title 1', 'Title 2']);
  expect(polled.items[0]?.url).toBe(new URL('/Title%201', url).href);
  expect(polled.cursor).toMatchObject({ etag: '"a"', lastModified: 'Fri, 20 Nov 2026 10:00:00 GMT' });
});

test('the next poll asks with the validators, and a 304 brings nothing and keeps the cursor', async () => {
  const { poll, headers } = await site((request, response) => {
    if (request.headers['if-none-match']) response.writeHead(304).end();
    else
      response
        .setHeader('etag', 'W/"a"')
        .setHeader('last-modified', 'then')
        .end(rssFeed(item('1')));
  });
  const first = await poll();
  const second = await poll(first.cursor);
  expect(headers[1]).toMatchObject({ 'if-none-match': 'W/"a"', 'if-modified-since': 'then' });
  expect(second.items).toEqual([]);
  expect(second.cursor).toEqual(JSON.parse(JSON.stringify(first.cursor)));
});

test('a cursor of another time or hand does no harm', async () => {
  const { poll, headers } = await site((_request, response) => response.end(rssFeed(item('1'))));
  const polled = await poll({ etag: 'a\r\nb: c', lastModified: 7, known: 'x', since: 'ever' });
  expect(polled.items).toHaveLength(1);
  expect(headers[0]).not.toHaveProperty('if-none-match');
});

test('the same guid in two feeds makes two ids, and each stays the same', async () => {
  const one = await site((_request, response) => response.end(rssFeed(item('1'))));
  const two = await site((_request, response) => response.end(rssFeed(item('1'))));
  const [first, again, other] = [await one.poll(), await one.poll(), await two.poll()];
  expect(first.items[0]?.externalId).toMatch(/^[\da-f]{16}:1$/);
  expect(again.items[0]?.externalId).toBe(first.items[0]?.externalId);
  expect(other.items[0]?.externalId).not.toBe(first.items[0]?.externalId);
});

test('a feed whose guids change at every visit is not news every time', async () => {
  let visit = 0;
  const { poll } = await site((_request, response) => {
    visit++;
    const fresh = visit > 1 ? item(`${visit}-new`, 'New') : '';
    response.end(rssFeed(fresh + item(`${visit}-a`, 'A') + item(`${visit}-b`, 'B')));
  });
  const first = await poll();
  const second = await poll(first.cursor);
  const third = await poll(second.cursor);
  const ids = ({ items }: Polled) => items.map(({ externalId }) => externalId);
  expect(ids(second).slice(1)).toEqual(ids(first));
  expect(ids(third)).toEqual(ids(second));
});

test('two items that look alike are two while both are there', async () => {
  const { poll } = await site((_request, response) => response.end(rssFeed(item('1', 'Same') + item('2', 'Same'))));
  const first = await poll();
  const second = await poll(first.cursor);
  expect(new Set(second.items.map(({ externalId }) => externalId)).size).toBe(2);
});

test('an edited item keeps its id and brings its new words', async () => {
  let title = 'Before';
  const { poll } = await site((_request, response) => response.end(rssFeed(item('1', title))));
  const first = await poll();
  title = 'After';
  const second = await poll(first.cursor);
  expect(second.items).toMatchObject([{ externalId: first.items[0]?.externalId, title: 'After' }]);
});

test.each([
  ['<ttl>60</ttl>', undefined, 3_600_000],
  ['<ttl>99999</ttl>', undefined, 86_400_000],
  ['<ttl>soon</ttl>', undefined, undefined],
  ['<ttl>-5</ttl>', undefined, undefined],
  ['', 'public, max-age=600', 600_000],
  ['', 'max-age=31536000', 3_600_000],
  ['', 'no-cache, max-age=600', undefined],
  ['', 'no-store', undefined],
  ['<ttl>5</ttl>', 'max-age=600', 600_000],
  ['', undefined, undefined],
])('%s with Cache-Control %s asks for a pause of %s ms', async (channel, cacheControl, expected) => {
  const { poll } = await site((_request, response) => {
    if (cacheControl) response.setHeader('cache-control', cacheControl);
    response.end(rssFeed(item('1'), channel));
  });
  expect((await poll()).nextPollAfterMs).toBe(expected);
});

test('a ttl also holds after a 304', async () => {
  const { poll } = await site((request, response) => {
    if (request.headers['if-none-match']) response.writeHead(304).end();
    else response.setHeader('etag', '"a"').end(rssFeed(item('1'), '<ttl>30</ttl>'));
  });
  expect((await poll((await poll()).cursor)).nextPollAfterMs).toBe(1_800_000);
});

test('a feed that has moved for good says where, and its links follow', async () => {
  const { poll, url } = await site((request, response) => {
    if (request.url === '/feed.xml') response.writeHead(301, { location: '/new/feed.xml' }).end();
    else response.end(rssFeed('<item><title>t</title><link>1.html</link></item>'));
  });
  const polled = await poll();
  expect(polled.movedTo).toBe(new URL('/new/feed.xml', url).href);
  expect(polled.items[0]?.url).toBe(new URL('/new/1.html', url).href);
});

test.each([
  [410, {}, { gone: true, hostUnwell: false }],
  [404, {}, { gone: false, hostUnwell: false }],
  [429, { 'retry-after': '120' }, { hostUnwell: true, retryAfterMs: 120_000 }],
  [503, { 'retry-after': '99999999' }, { hostUnwell: true, retryAfterMs: 86_400_000 }],
])('a %d is told with its facts', async (status, headers, facts) => {
  const { poll } = await site((_request, response) => response.writeHead(status, headers).end());
  await expect(poll()).rejects.toMatchObject({ name: 'SourceError', facts });
});

test('a web page in place of a feed is named as one', async () => {
  const { poll, url } = await site((_request, response) => response.end('<!doctype html><title>Hi</title>'));
  await expect(poll()).rejects.toThrow(`${new URL(url).host}/feed.xml is a web page, not a feed`);
});

test.each([
  [{ url: ' https://blog.example.com/feed.xml ' }, 'https://blog.example.com/feed.xml'],
  [{ url: 'HTTP://127.0.0.1:4001/feed.xml' }, 'HTTP://127.0.0.1:4001/feed.xml'],
])('takes %j as settings', (settings, url) => {
  expect(rss.settings.parse(settings)).toEqual({ url });
});

test.each([
  [{}, /a feed needs its address/],
  [{ url: 7 }, /a feed needs its address/],
  [{ url: 'blog.example.com' }, /begins with http/],
  [{ url: 'ftp://blog.example.com/' }, /begins with http/],
  [{ url: 'javascript:alert(1)' }, /begins with http/],
  [{ url: 'https://' }, /begins with http/],
  [{ url: 'https://me:secret@blog.example.com/' }, /no user name or password/],
  [{ url: `https://blog.example.com/${'a'.repeat(2000)}` }, /at most 2,000 characters/],
  [{ url: 'https://blog.example.com/', uri: 'x' }, /uri/],
])('refuses %j as settings', (settings, sentence) => {
  const parsed = rss.settings.safeParse(settings);
  expect(parsed.success).toBe(false);
  expect(JSON.stringify(parsed.error?.issues)).toMatch(sentence);
});

test('two ways to write an address are one source, and two addresses are two', () => {
  const key = (url: string) => rss.sourceKey({ url });
  expect(key('HTTPS://Blog.Example.com:443/feed.xml?b=2&a=1#top')).toBe(
    key('https://blog.example.com/feed.xml?a=1&b=2'),
  );
  expect(key('https://blog.example.com/feed')).not.toBe(key('https://blog.example.com/feed/'));
  expect(key('https://blog.example.com/feed')).not.toBe(key('http://blog.example.com/feed'));
  expect(key('https://blog.example.com/?utm_source=a')).not.toBe(key('https://blog.example.com/?utm_source=b'));
  expect(rss.host({ url: 'https://Blog.Example.com:444/x' })).toBe('blog.example.com');
});

test('networks are found by name, and every name has a label', () => {
  expect(networks.map(({ name }) => name)).toEqual(['rss']);
  expect(findNetwork('rss')?.label).toBe('Blog or feed');
  expect(findNetwork('phone')).toBeUndefined();
  const labels = ['rss', 'phone', 'email', 'chat', 'in_person', 'usenet'].map(networkLabel);
  expect(labels).toEqual(['Blog or feed', 'Phone call', 'E-mail', 'Chat', 'In person', 'usenet']);
});
