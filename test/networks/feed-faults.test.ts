import { afterAll, expect, test } from '@jest/globals';
import { SourceError } from '../../src/networks/network.ts';
import { closeFeedReader, parseFeed } from '../../src/networks/rss/parse-feed.ts';
import { jsonFeed, rssFeed } from './feeds.ts';

afterAll(() => closeFeedReader());

const origin = { url: 'https://blog.example.com/feed.xml' };
const sound = rssFeed('<item><guid>1</guid><title>Still here</title></item>');

test.each([
  ['a web page', '<!DOCTYPE html><html><body>Hello</body></html>', 'is a web page, not a feed'],
  ['a web page without a doctype', '\n<!-- x --><html lang="en"><p>Hello</html>', 'is a web page, not a feed'],
  ['an XHTML page', '<?xml version="1.0"?><!DOCTYPE html PUBLIC "x" "y"><html></html>', 'is a web page, not a feed'],
  ['nothing', '', 'answered with nothing'],
  ['spaces', ' \n\t ', 'answered with nothing'],
  ['a byte order mark', '\ufeff', 'answered with nothing'],
  ['words', 'Service is starting, please wait.', 'is not a feed'],
  ['other XML', '<?xml version="1.0"?><urlset><url/></urlset>', 'is not a feed'],
  ['other JSON', '{"error":"no"}', 'is JSON, but not a JSON Feed'],
  ['half a feed', sound.slice(0, -40), 'breaks off in the middle'],
  ['half a tag', sound.slice(0, -8), 'breaks off in the middle'],
  ['half a JSON Feed', jsonFeed([{ id: '1', title: 't' }]).slice(0, -3), 'breaks off in the middle'],
  [
    'XML with a foreign entity',
    sound.replace('<rss', '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss').replace('Still', '&x;'),
    'cannot be read: its XML has faults',
  ],
])('says so when it gets %s', async (_what, text, sentence) => {
  const error = await parseFeed(text, origin).catch((reason) => reason);
  expect(error).toBeInstanceOf(SourceError);
  expect(error.message).toBe(`blog.example.com/feed.xml ${sentence}`);
});

test.each([
  ['a bare ampersand', rssFeed('<item><title>Tom & Jerry</title></item>'), 'Tom & Jerry'],
  ['an unknown entity', rssFeed('<item><title>a&nbsp;b</title></item>'), 'a\u00a0b'],
  ['no version', '<rss><channel><item><title>t</title></item></channel></rss>', 't'],
  ['an empty line before the declaration', `\n\n${sound}`, 'Still here'],
])('reads a feed with %s', async (_what, text, title) => {
  expect((await parseFeed(text, origin)).items[0]?.title?.replace(/\s/, '\u00a0')).toBe(title.replace(/\s/, '\u00a0'));
});

test('200 KB of "<" end the thread after a second; this feed is read without rss-parser, and the next as usual', async () => {
  const hostile = rssFeed(
    `<item><guid>1</guid><title>Hostile</title><description><![CDATA[${'<'.repeat(200_000)}]]></description></item>`,
  );
  const startedAt = performance.now();
  const [first, second] = await Promise.all([parseFeed(hostile, origin), parseFeed(sound, origin)]);
  expect(first.items[0]?.title).toBe('Hostile');
  expect(second.items[0]?.title).toBe('Still here');
  expect(performance.now() - startedAt).toBeGreaterThan(1000);
});

const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
test.each([
  ['a billion laughs', sound.replace('<rss', `<!DOCTYPE r [<!ENTITY l0 "lol">${laughs}]><rss`).replace('here', '&l9;')],
  [
    'a quadratic entity',
    sound
      .replace('<rss', `<!DOCTYPE r [<!ENTITY a "${'a'.repeat(50_000)}">]><rss`)
      .replace('here', '&a;'.repeat(10_000)),
  ],
  [
    '20,000 elements one in the other',
    rssFeed(`<item><title>t</title>${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}</item>`),
  ],
  [
    '20,000 tags deep in a description',
    rssFeed(`<item><title>t</title><description><![CDATA[${'<div>'.repeat(20_000)}x]]></description></item>`),
  ],
  [
    '100,000 bold tags',
    rssFeed(`<item><title>t</title><description><![CDATA[${'<b>'.repeat(100_000)}x]]></description></item>`),
  ],
  [
    '100,000 attributes',
    rssFeed(`<item ${Array.from({ length: 100_000 }, (_, n) => `a${n}="1"`).join(' ')}><title>t</title></item>`),
  ],
  [
    '100,000 broken links',
    rssFeed(`<item><title>t</title><description><![CDATA[${'<a '.repeat(100_000)}]]></description></item>`),
  ],
  ['100,000 items', rssFeed('<item><title>t</title></item>'.repeat(100_000))],
])('%s neither hold up nor grow the reader', async (_what, text) => {
  const outcome = await parseFeed(text, origin).catch((error) => error);
  expect(JSON.stringify(outcome).length).toBeLessThan(500_000);
  expect((await parseFeed(sound, origin)).items[0]?.title).toBe('Still here');
});

test('names of JavaScript in a feed are names, and nothing more', async () => {
  const feed = rssFeed(
    '<item><__proto__><polluted>1</polluted></__proto__><constructor>x</constructor><title>t</title></item>',
  );
  expect((await parseFeed(feed, origin)).items[0]?.title).toBe('t');
  expect('polluted' in {}).toBe(false);
});
