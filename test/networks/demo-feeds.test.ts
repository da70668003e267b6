import { afterAll, expect, test } from '@jest/globals';
import { demoCommunityFile } from '../../practice/demo/community.ts';
import { demoFeed } from '../../practice/demo/feeds.ts';
import { closeFeedReader, type ParsedFeed, parseFeed } from '../../src/networks/rss/parse-feed.ts';

afterAll(() => closeFeedReader());

const origin = 'http://127.0.0.1:4300';
const paths = ['/demo/blog.xml', '/demo/forum.atom', '/demo/chatter.json', '/demo/news.rdf'];
const start = Date.parse('2026-11-22T10:00:20Z');
const minuteMs = 60_000;

async function read(path: string, now: Date): Promise<ParsedFeed> {
  const answer = demoFeed(path, now);
  if (!answer) throw new Error(`Nothing is served at ${path}.`);
  return parseFeed(Buffer.from(answer.body), { contentType: answer.headers['content-type'], url: origin + path, now });
}

async function allItems(now: Date) {
  return (await Promise.all(paths.map((path) => read(path, now)))).flatMap(({ items }) => items);
}

function isHeard(text: string): boolean {
  return /acme cloud|acme\.dev/i.test(text) && !/acme anvils/i.test(text);
}

test.each(paths)('%s is a feed of a dozen complete items at any time', async (path) => {
  for (const at of [0, start, start + 90 * minuteMs, Date.parse('2031-02-28T23:59:59Z')]) {
    const now = new Date(Math.max(at, Date.parse('2020-01-01')));
    const { title, items } = await read(path, now);
    expect(title).toBeTruthy();
    expect(items).toHaveLength(12);
    for (const item of items) {
      expect(item.text.length).toBeGreaterThan(20);
      expect(item.author?.name).toBeTruthy();
      expect(item.publishedAt?.getTime()).toBeLessThanOrEqual(now.getTime());
      expect(item.url).toMatch(/^http:\/\/127\.0\.0\.1:4300\/demo\/posts\//);
    }
  }
});

test('there is always enough to hear, and some that is not meant', async () => {
  for (let minute = 0; minute < 70; minute += 7) {
    const texts = (await allItems(new Date(start + minute * minuteMs))).map(({ title, text }) => `${title} ${text}`);
    expect(texts.filter(isHeard).length).toBeGreaterThanOrEqual(8);
    expect(texts.some((text) => !isHeard(text))).toBe(true);
  }
});

test('each minute brings one more mention, and what was there stays as it was', async () => {
  let before = await allItems(new Date(start));
  for (let minute = 1; minute <= 8; minute++) {
    const items = await allItems(new Date(start + minute * minuteMs));
    const known = new Map(before.map((item) => [item.id, item]));
    const fresh = items.filter(({ id }) => !known.has(id) && !id.endsWith('-again'));
    expect(fresh.filter(({ title, text }) => isHeard(`${title} ${text}`))).toHaveLength(1);
    for (const item of items) expect(known.get(item.id) ?? item).toEqual(item);
    before = items;
  }
});

test('in a week no author says the same twice, so that no mention is taken for another', () => {
  const said = new Map<string, string>();
  for (let minute = 0; minute < 7 * 24 * 60; minute += 12 * 4) {
    for (const path of ['/demo/chatter.json']) {
      const feed = JSON.parse(demoFeed(path, new Date(start + minute * minuteMs))?.body ?? '{}');
      for (const { id, authors, content_text } of feed.items) {
        if (!/^chatter-[^-]+$/.test(id)) continue;
        const key = `${authors[0].name}: ${content_text}`;
        expect(said.get(key) ?? id).toBe(id);
        said.set(key, id);
      }
    }
  }
  expect(said.size).toBeGreaterThan(1500);
});

test('some stories are told twice: one by its link, one by its text', async () => {
  const items = (
    await Promise.all(Array.from({ length: 8 }, (_, n) => allItems(new Date(start + n * 12 * minuteMs))))
  ).flat();
  const plain = (url = '') => url.replace(/\?.*/, '');
  const again = items.filter(({ id }) => id.endsWith('-again'));
  expect(again.some(({ url }) => url?.includes('utm_source=') && items.some((item) => item.url === plain(url)))).toBe(
    true,
  );
  expect(
    again.some(({ id, text, author }) =>
      items.some((item) => item.id !== id && item.text === text && item.author?.name === author?.name),
    ),
  ).toBe(true);
});

test('several languages are spoken', async () => {
  const texts = (await Promise.all([0, 48].map((minute) => allItems(new Date(start + minute * minuteMs)))))
    .flat()
    .map(({ text }) => text);
  for (const script of [/\p{Script=Hiragana}/u, /\p{Script=Arabic}/u, /ß|ü|ä/, /¿|ñ|ó/]) {
    expect(texts.some((text) => script.test(text))).toBe(true);
  }
});

test('every item has its page, and the page is harmless', async () => {
  let hostile = 0;
  for (let minute = 0; minute < 64; minute += 16) {
    const now = new Date(start + minute * minuteMs);
    for (const { url = '', text } of await allItems(now)) {
      const page = demoFeed(url.slice(origin.length), now);
      expect(page?.status).toBe(200);
      expect(page?.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(page?.body).not.toMatch(/<script|<!channel/);
      if (text.includes('<!channel>')) hostile++;
    }
  }
  expect(hostile).toBeGreaterThan(0);
});

test.each(['/', '/demo', '/demo/', '/demo/other.xml', '/api/chat.postMessage'])('%s is not its own', (path) => {
  expect(demoFeed(path, new Date(start))).toBeUndefined();
});

test.each(['', 'blog-zzzzzzzzz', 'blog', '../../etc/passwd', 'blog-htc8o-again', '__proto__-1', 'forum-%00'])(
  'the page of "%s" is not found',
  (id) => {
    expect(demoFeed(`/demo/posts/${id}`, new Date(start))?.status).toBe(404);
  },
);

test('the settings of the practice team name every feed', () => {
  const file = demoCommunityFile(origin);
  for (const path of paths) expect(file).toContain(`"${origin}${path}", every: 30s, backfill: 3`);
});
