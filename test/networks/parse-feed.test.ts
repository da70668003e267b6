import { afterAll, expect, test } from '@jest/globals';
import type { FeedItem } from '../../src/networks/rss/feed-items.ts';
import { closeFeedReader, parseFeed } from '../../src/networks/rss/parse-feed.ts';
import { atomFeed, jsonFeed, rdfFeed, rssFeed } from './feeds.ts';

afterAll(() => closeFeedReader());

const url = 'https://blog.example.com/feeds/all.xml';
const now = new Date('2026-11-22T10:00:00Z');

async function itemsOf(feed: string): Promise<FeedItem[]> {
  return (await parseFeed(feed, { url, now })).items;
}

async function itemOf(feed: string): Promise<FeedItem> {
  const [item, ...others] = await itemsOf(feed);
  if (!item || others.length > 0) throw new Error(`There should be one item, not ${others.length + (item ? 1 : 0)}.`);
  return item;
}

test('reads an item of RSS', async () => {
  const feed = await parseFeed(
    rssFeed(
      `<item><guid isPermaLink="false">1</guid><title>Acme &amp; we</title><link>https://blog.example.com/1</link>
      <dc:creator>Maya Ito</dc:creator><pubDate>Fri, 20 Nov 2026 10:00:00 +0100</pubDate>
      <description>&lt;p&gt;Hello &lt;a href="https://x.example"&gt;you&lt;/a&gt;&lt;/p&gt;</description></item>`,
      '<ttl>60</ttl>',
    ),
    { url, now },
  );
  expect(feed).toEqual({
    title: 'A blog',
    ttlMs: 3_600_000,
    items: [
      {
        id: '1',
        title: 'Acme & we',
        url: 'https://blog.example.com/1',
        text: 'Hello you',
        author: { name: 'Maya Ito' },
        publishedAt: new Date('2026-11-20T09:00:00Z'),
      },
    ],
  });
});

test('reads an entry of Atom, its edit included', async () => {
  const feed = atomFeed(`<entry><id>tag:1</id><title type="html">&lt;b&gt;Acme&lt;/b&gt; is down</title>
    <link rel="self" href="https://forum.example/1.atom"/><link rel="alternate" type="text/html" href="https://forum.example/1"/>
    <author><name>Ben</name><uri>/people/ben</uri></author><content type="html">&lt;p&gt;Again.&lt;/p&gt;</content>
    <published>2026-11-20T10:00:00Z</published><updated>2026-11-21T10:00:00Z</updated></entry>`);
  expect(await itemOf(feed)).toEqual({
    id: 'tag:1',
    title: 'Acme is down',
    url: 'https://forum.example/1',
    text: 'Again.',
    author: { name: 'Ben', url: 'https://blog.example.com/people/ben' },
    publishedAt: new Date('2026-11-20T10:00:00Z'),
    updatedAt: new Date('2026-11-21T10:00:00Z'),
  });
});

test('reads an item of JSON Feed, whose plain text stays as it is', async () => {
  const item = { id: '7', url: '/posts/7', content_text: 'a <b> & c\nsecond line', authors: [{ name: '@maya' }] };
  expect(await itemOf(jsonFeed([{ ...item, date_published: '2026-11-20T10:00:00+09:00' }]))).toEqual({
    id: '7',
    url: 'https://blog.example.com/posts/7',
    text: 'a <b> & c\nsecond line',
    author: { name: '@maya', handle: '@maya' },
    publishedAt: new Date('2026-11-20T01:00:00Z'),
  });
});

test.each(['rdf', 'r'])('reads an item of RDF under the prefix "%s"', async (prefix) => {
  const feed = rdfFeed(
    `<item ${prefix}:about="https://news.example.com/1"><title>News of Acme</title>
    <link>https://news.example.com/1</link><description>Little.</description><dc:creator>Ann</dc:creator>
    <dc:date>2026-11-20T10:00:00+02:00</dc:date></item>`,
    prefix,
  );
  expect(await itemOf(feed)).toEqual({
    id: 'https://news.example.com/1',
    title: 'News of Acme',
    url: 'https://news.example.com/1',
    text: 'Little.',
    author: { name: 'Ann' },
    publishedAt: new Date('2026-11-20T08:00:00Z'),
  });
});

test('a feed without items is a feed', async () => {
  expect(await parseFeed(rssFeed(''), { url, now })).toMatchObject({ title: 'A blog', items: [] });
});

test('the id is the guid, else the link, else what the title and the date give', async () => {
  const ids = async (item: string) => (await itemOf(rssFeed(`<item>${item}</item>`))).id;
  expect(await ids('<guid>g</guid><link>https://a.example/1</link>')).toBe('g');
  expect(await ids('<link>https://a.example/1</link><title>t</title>')).toBe('https://a.example/1');
  const fromTitle = await ids('<title>t</title><pubDate>Fri, 20 Nov 2026 10:00:00 GMT</pubDate>');
  expect(fromTitle).toMatch(/^[\da-f]{40}$/);
  expect(
    await ids('<title>t</title><pubDate>Fri, 20 Nov 2026 10:00:00 GMT</pubDate><description>d</description>'),
  ).toBe(fromTitle);
  expect(await ids('<title>t</title><pubDate>Sat, 21 Nov 2026 10:00:00 GMT</pubDate>')).not.toBe(fromTitle);
});

test('a guid that is there twice is one item, unless it leads to two pages', async () => {
  const item = (link: string) => `<item><guid>same</guid><link>https://a.example/${link}</link><title>t</title></item>`;
  expect(await itemsOf(rssFeed(item('1') + item('1')))).toHaveLength(1);
  const ids = (await itemsOf(rssFeed(item('1') + item('2')))).map(({ id }) => id);
  expect(ids).toEqual(['same https://a.example/1', 'same https://a.example/2']);
});

test('a guid of any length makes a short id, and different ones stay different', async () => {
  const long = 'x'.repeat(1_000_000);
  const items = await itemsOf(
    rssFeed(`<item><guid>${long}1</guid><title>a</title></item><item><guid>${long}2</guid><title>b</title></item>`),
  );
  expect(items.every(({ id }) => id.length <= 200)).toBe(true);
  expect(new Set(items.map(({ id }) => id)).size).toBe(2);
});

test.each([
  ['<link>/posts/1</link>', 'https://blog.example.com/posts/1'],
  ['<link>1.html</link>', 'https://blog.example.com/feeds/1.html'],
  ['<link>//cdn.example/1</link>', 'https://cdn.example/1'],
  ['<link> https://a.example/1\n</link>', 'https://a.example/1'],
  ['<link>javascript:alert(1)</link>', undefined],
  ['<link>JavaScript:alert(1)</link><guid>https://a.example/2</guid>', 'https://a.example/2'],
  ['<link>data:text/html,x</link>', undefined],
  ['<link>ftp://a.example/1</link>', undefined],
  ['<guid>https://a.example/3</guid>', 'https://a.example/3'],
  ['<guid isPermaLink="false">https://a.example/4</guid>', undefined],
  [
    '<link>https://feeds.example/~r/1</link><feedburner:origLink>https://a.example/5</feedburner:origLink>',
    'https://a.example/5',
  ],
  [
    '<link>https://www.google.com/url?rct=j&amp;sa=t&amp;url=https://a.example/6%3Fx%3D1&amp;ct=ga</link>',
    'https://a.example/6?x=1',
  ],
  [
    '<link>https://www.google.com/url?url=javascript:alert(1)</link>',
    'https://www.google.com/url?url=javascript:alert(1)',
  ],
])('the address of %s is %s', async (xml, expected) => {
  expect((await itemOf(rssFeed(`<item><title>t</title>${xml}</item>`))).url).toBe(expected);
});

test('xml:base of feed and entry decide where a relative link leads', async () => {
  const entry = '<entry xml:base="posts/"><id>1</id><title>t</title><link href="1.html"/></entry>';
  expect((await itemOf(atomFeed(entry, 'xml:base="https://forum.example/all/"'))).url).toBe(
    'https://forum.example/all/posts/1.html',
  );
});

test('without an address of its own, a feed resolves its links against its page', async () => {
  const { items } = await parseFeed(rssFeed('<item><title>t</title><link>/1</link></item>'), { now });
  expect(items[0]?.url).toBe('https://blog.example.com/1');
});

test.each([
  ['Fri, 20 Nov 2026 10:00:00 GMT', '2026-11-20T10:00:00Z'],
  ['20 Nov 26 10:00 EST', '2026-11-20T15:00:00Z'],
  ['Friday, 20 November 2026 10:00:00 +0530', '2026-11-20T04:30:00Z'],
  ['Fri, 20 Nov 2026 10:00:00 +01:00 (CET)', '2026-11-20T09:00:00Z'],
  ['2026-11-20', '2026-11-20T00:00:00Z'],
  ['2026-11-20T10:00:00.25Z', '2026-11-20T10:00:00.250Z'],
  ['2026-11-20 10:00:00 -0800', '2026-11-20T18:00:00Z'],
  ['2026-11-20T10:00', '2026-11-20T10:00:00Z'],
  ['2026-06', '2026-06-01T00:00:00Z'],
  ['2026-11-23T09:00:00Z', '2026-11-23T09:00:00Z'],
  ['2026-11-23T11:00:00Z', undefined],
  ['9999-12-31T00:00:00Z', undefined],
  ['0001-01-01T00:00:00Z', undefined],
  ['1970-01-01T00:00:00Z', undefined],
  ['10-04-2020', undefined],
  ['04/10/2020', undefined],
  ['20-04-2020 19:00 +0400', undefined],
  ['Fri, 30 Feb 2026 10:00:00 GMT', undefined],
  ['2026-02-30', undefined],
  ['2026-13-01', undefined],
  ['Fri, 20 Nov 2026 25:00:00 GMT', undefined],
  ['yesterday', undefined],
  ['1763632800', undefined],
  ['', undefined],
])('the date "%s" is %s', async (date, expected) => {
  const item = await itemOf(rssFeed(`<item><title>t</title><pubDate>${date}</pubDate></item>`));
  expect(item.publishedAt).toEqual(expected === undefined ? undefined : new Date(expected));
});

test('an Atom entry with a bad date is read without it, and one without "published" takes "updated"', async () => {
  expect(await itemOf(atomFeed('<entry><id>1</id><title>t</title><published>soon</published></entry>'))).toMatchObject({
    id: '1',
    publishedAt: undefined,
  });
  const updatedOnly = await itemOf(
    atomFeed('<entry><id>1</id><title>t</title><updated>2026-11-20T10:00:00Z</updated></entry>'),
  );
  expect(updatedOnly.publishedAt).toEqual(new Date('2026-11-20T10:00:00Z'));
});

test.each([
  ['<dc:creator>Maya</dc:creator>', { name: 'Maya' }],
  ['<author>maya@example.com (Maya Ito)</author>', { name: 'Maya Ito' }],
  ['<author>Maya Ito &lt;maya@example.com&gt;</author>', { name: 'Maya Ito' }],
  ['<author>maya@example.com</author>', { name: 'maya@example.com' }],
  ['<dc:creator>Maya</dc:creator><dc:creator>Ben</dc:creator>', { name: 'Maya, Ben' }],
  ['<author>/u/maya</author>', { name: '/u/maya', handle: '/u/maya' }],
  ['<author> </author>', undefined],
  ['', undefined],
])('the author of "%s" is %j', async (xml, expected) => {
  expect((await itemOf(rssFeed(`<item><title>t</title>${xml}</item>`))).author).toEqual(expected);
});

const SLASH = 'xmlns:slash="http://purl.org/rss/1.0/modules/slash/"';
const THR = 'xmlns:thr="http://purl.org/syndication/thread/1.0"';
/** Markup that is not escaped, whose order only feedsmith keeps. */
const XHTML = '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>a <b>b</b> c</p></div></content>';

test.each([
  ['RSS', rssFeed(`<item ${SLASH}><title>t</title><slash:comments>12</slash:comments></item>`), 12],
  ['Atom', atomFeed(`<entry><id>1</id><title>t</title><thr:total>3</thr:total></entry>`, THR), 3],
  ['Atom by feedsmith', atomFeed(`<entry><id>1</id>${XHTML}<thr:total>4</thr:total></entry>`, THR), 4],
  ['RSS without a word of them', rssFeed('<item><title>t</title></item>'), undefined],
  [
    'RSS with nonsense',
    rssFeed(`<item ${SLASH}><title>t</title><slash:comments>-many</slash:comments></item>`),
    undefined,
  ],
])('the answers that %s counts are its engagement', async (_, feed, expected) => {
  expect((await itemOf(feed)).engagement).toBe(expected);
});

test('an Atom entry without an author has that of its feed', async () => {
  const feed = atomFeed('<author><name>Ana</name></author><entry><id>1</id><title>t</title></entry>');
  expect((await itemOf(feed)).author).toEqual({ name: 'Ana' });
});

test.each([
  ['links keep their words', '<p>See <a href="https://x.example/">this</a>.</p>', 'See this.'],
  ['pictures have none', '<p>Look <img src="x.png" alt="a cat"> here</p>', 'Look here'],
  ['scripts and styles have none', '<style>p{}</style><p>Hi</p><script>alert(1)</script>', 'Hi'],
  ['paragraphs and lists have lines', '<p>One</p><ul><li>two</li><li>three</li></ul>', 'One\n\n- two\n- three'],
  ['headings are not shouted', '<h1>Quiet</h1><p>words</p>', 'Quiet\n\nwords'],
  ['cells stay apart', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
  ['entities are read', '<p>Tom &amp; Jerry &#8217; &nbsp;x</p>', 'Tom & Jerry ’ \u00a0x'],
  ['text without markup keeps its lines', 'one\ntwo < three, Vec<T>', 'one\ntwo < three, Vec<T>'],
])('in a description, %s', async (_what, html, expected) => {
  expect(
    (await itemOf(rssFeed(`<item><title>t</title><description><![CDATA[${html}]]></description></item>`))).text,
  ).toBe(expected);
});

test.each([
  ['Acme &lt;b&gt;Cloud&lt;/b&gt;', 'Acme Cloud'],
  ['AT&amp;amp;T', 'AT&T'],
  ['<![CDATA[ spread\n over  lines ]]>', 'spread over lines'],
  ['&lt;script&gt;alert(1)&lt;/script&gt;Acme', 'Acme'],
  ['Vec&lt;T&gt; in Rust', 'Vec<T> in Rust'],
  ['hi <b>bold</b> there', 'hi bold there'],
  ['日本語 🎉', '日本語 🎉'],
])('the title "%s" is "%s"', async (xml, expected) => {
  expect((await itemOf(rssFeed(`<item><title>${xml}</title><guid>1</guid></item>`))).title).toBe(expected);
});

test('markup that is not escaped keeps its order', async () => {
  const rss = rssFeed('<item><title>t</title><description>Hello <b>big</b> world<br/>next</description></item>');
  expect((await itemOf(rss)).text).toBe('Hello big world\nnext');
  const atom = atomFeed(`<entry><id>1</id><title>t</title><content type="xhtml">
    <div xmlns="http://www.w3.org/1999/xhtml">Hello <b>big</b> world <p>end</p></div></content></entry>`);
  expect((await itemOf(atom)).text).toBe('Hello big world\n\nend');
});

test('the content is preferred to the description when it is longer', async () => {
  const item = (description: string, content: string) =>
    rssFeed(
      `<item><title>t</title><description>${description}</description><content:encoded>${content}</content:encoded></item>`,
    );
  expect((await itemOf(item('short', 'a long content'))).text).toBe('a long content');
  expect((await itemOf(item('a long description', 'short'))).text).toBe('a long description');
  expect((await itemOf(item('words', '&lt;img src="a-very-long-address"&gt;'))).text).toBe('words');
});

test('a video has the words of its description', async () => {
  const feed = atomFeed(
    '<entry><id>yt:1</id><title>t</title><media:group><media:description>Acme reviewed</media:description></media:group></entry>',
    'xmlns:media="http://search.yahoo.com/mrss/"',
  );
  expect((await itemOf(feed)).text).toBe('Acme reviewed');
});

test('long titles and texts are cut, and no character is cut in two', async () => {
  const item = await itemOf(
    rssFeed(`<item><title>a${'😀'.repeat(400_000)}</title><description>b${'😀'.repeat(30_000)}</description></item>`),
  );
  expect(item.title).toHaveLength(499);
  expect(item.text).toHaveLength(19_999);
  expect(`${item.title} ${item.text}`).not.toMatch(/\p{Surrogate}/u);
});

test('of a long feed the newest 500 are read', async () => {
  const day = (n: number) => new Date(Date.UTC(2020, 0, 1 + n)).toUTCString();
  const oldestFirst = Array.from(
    { length: 700 },
    (_, n) => `<item><guid>${n}</guid><title>t</title><pubDate>${day(n)}</pubDate></item>`,
  );
  const items = await itemsOf(rssFeed(oldestFirst.join('')));
  expect(items).toHaveLength(500);
  expect(items[0]?.id).toBe('699');
  const undated = Array.from({ length: 700 }, (_, n) => `<item><guid>${n}</guid><title>t</title></item>`);
  expect((await itemsOf(rssFeed(undated.join(''))))[0]?.id).toBe('0');
});
