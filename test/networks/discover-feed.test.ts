import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Http } from '../../src/networks/http.ts';
import { closeNetworks } from '../../src/networks/index.ts';
import { SourceError } from '../../src/networks/network.ts';
import { discoverFeed } from '../../src/networks/rss/discover.ts';
import { feedLinks } from '../../src/networks/rss/feed-links.ts';
import { httpFor, startWeb, trappedHttp, type Web } from './web.ts';

const FEED =
  '<rss version="2.0"><channel><title>Acme Blog</title><item><title>One</title><guid>1</guid></item></channel></rss>';
const link = (href: string, type = 'application/rss+xml', more = '') =>
  `<link rel="alternate" type="${type}" href="${href}" ${more}>`;

const PAGES: Record<string, string> = {
  '/feed.xml': FEED,
  '/blog/feed.xml': FEED,
  '/blog/': `<!doctype html><html><head>${link('/comments.xml', 'application/rss+xml', 'title="Comments"')}${link('feed.xml?a=1&amp;b=2')}</head></html>`,
  '/empty': '<!doctype html><html><body>Nothing to hear</body></html>',
  '/broken': `<html><head>${link('/gone.xml')}${link('/empty')}${link('/feed.xml')}</head></html>`,
  '/all-broken': `<html><head>${link('/gone.xml')}</head></html>`,
  '/inside': `<html><head>${link('http://169.254.169.254/latest')}</head></html>`,
  '/json': '{"version":"https://jsonfeed.org/version/1.1","title":"Acme JSON","items":[{"id":"1","content_text":"x"}]}',
};

let web: Web;
let http: Http;
beforeAll(async () => {
  web = await startWeb((request, response) => {
    const page = PAGES[request.url?.split('?', 1)[0] ?? ''];
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html' }).end(page);
  });
  http = httpFor(web);
});
afterAll(async () => {
  await http.close();
  await web.close();
  await closeNetworks();
});

test.each([
  ['/feed.xml', '/feed.xml', 'Acme Blog'],
  ['/json', '/json', 'Acme JSON'],
  ['/blog/', '/blog/feed.xml?a=1&b=2', 'Acme Blog'],
  ['/broken', '/feed.xml', 'Acme Blog'],
])('the address %s leads to the feed %s', async (typed, feed, title) => {
  const found = await discoverFeed(`${web.origin}${typed}`, http);
  expect(found).toEqual({ settings: { url: `${web.origin}${feed}` }, title });
});

test.each([
  ['/empty', /is a web page that names no feed$/],
  ['/nowhere', /404/],
  ['/all-broken', /404/],
])('the address %s leads to no feed, and it is told why', async (typed, why) => {
  const lost = discoverFeed(`${web.origin}${typed}`, http);
  await expect(lost).rejects.toThrow(SourceError);
  await expect(lost).rejects.toThrow(why);
});

test('a page cannot send Porchlight into the company’s own network', async () => {
  const guarded = trappedHttp(web, { 'blog.example': ['93.184.216.34'] });
  await expect(discoverFeed('http://blog.example/inside', guarded)).rejects.toThrow(SourceError);
  expect(guarded.reached).toEqual(['93.184.216.34 http:']);
  await guarded.close();
});

test.each([
  [
    '<LINK REL="Alternate Home" TYPE="Application/Atom+XML; charset=utf-8" HREF=/atom.xml>',
    ['https://a.example/atom.xml'],
  ],
  [
    "<base href='/sub/'><link rel=alternate type=application/feed+json href='f.json'>",
    ['https://a.example/sub/f.json'],
  ],
  ['<link rel="stylesheet" type="text/css" href="x.css"><link rel="alternate" hreflang="de" href="/de">', []],
  ['<!-- <link rel="alternate" type="application/rss+xml" href="/old.xml"> -->', []],
  ['<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">', []],
  ['<link rel="alternate" type="application/rss+xml" href="">', []],
  ['<link rel="alternate" type="application/rss+xml" href="http://[::bad">', []],
])('the feeds that %s names are %j', (html, urls) => {
  expect(feedLinks(html, 'https://a.example/page')).toEqual(urls);
});

test.each(['<!--', '<link ', '<link rel="alternate" ', "<link rel='", 'a='])(
  'half a megabyte of %s is read at once',
  (piece) => {
    const begun = performance.now();
    expect(feedLinks(piece.repeat(500_000 / piece.length), 'https://a.example/')).toEqual([]);
    expect(performance.now() - begun).toBeLessThan(500);
  },
);
