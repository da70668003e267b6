import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalUrl } from '../../src/domain/story.ts';

const PAGE = 'https://acme.dev/blog/export?id=7&lang=en';

/** The variants of the near-duplicate measurement: one page as twelve readers pass it on. */
const VARIANTS: [string, (url: string) => string][] = [
  ['utm_source', (url) => `${url}&utm_source=x&utm_medium=mail&UTM_Campaign=y`],
  ['fbclid', (url) => `${url}&fbclid=IwAR0`],
  ['gclid', (url) => `${url}&gclid=Cj0`],
  ['mc_cid', (url) => `${url}&mc_cid=1&mc_eid=2`],
  ['igshid', (url) => `${url}&igshid=Mz`],
  ['ref_src', (url) => `${url}&ref_src=twsrc%5Etfw`],
  ['http', (url) => url.replace('https:', 'http:')],
  ['www', (url) => url.replace('://', '://www.')],
  ['a slash', (url) => url.replace('?', '/?')],
  ['an anchor', (url) => `${url}#section-2`],
  ['another order', (url) => url.replace(/\?(.*)&(.*)/, '?$2&$1')],
  ['si', (url) => `${url}&si=XyZ_12ab-34cdEF`],
];

test.each(VARIANTS)('%s does not make another page', (_, vary) => {
  expect(vary(PAGE)).not.toBe(PAGE);
  expect(canonicalUrl(vary(PAGE))).toBe(PAGE);
});

test('of 300 pages in 12 variants each, 300 remain', () => {
  const pages = Array.from(
    { length: 300 },
    (_, index) => `https://site${index % 7}.test/p/${index % 50}?id=${index}&lang=en`,
  );
  const keys = pages.flatMap((page) => [page, ...VARIANTS.map(([, vary]) => vary(page))].map(canonicalUrl));
  expect(keys).toHaveLength(300 * 13);
  expect(new Set(keys).size).toBe(300);
});

test.each([
  ['HTTP://ACME.dev:80/A/', 'https://acme.dev/A'],
  ['https://acme.dev:443/a', 'https://acme.dev/a'],
  ['https://acme.dev./a', 'https://acme.dev/a'],
  [' https://acme.dev/a ', 'https://acme.dev/a'],
  ['https://u:p@acme.dev/a', 'https://acme.dev/a'],
  ['https://acme.dev/%61%7Eb', 'https://acme.dev/a~b'],
  ['https://acme.dev/%c3%a9', 'https://acme.dev/%C3%A9'],
  ['https://acme.dev/%4%31', 'https://acme.dev/%2541'],
  ['https://acme.dev/é', 'https://acme.dev/%C3%A9'],
  ['https://acme.dev/s?q=a+b', 'https://acme.dev/s?q=a%20b'],
  ['https://acme.dev/s?b=1&a=2&b=0', 'https://acme.dev/s?a=2&b=1&b=0'],
  ['https://acme.dev/a?&&', 'https://acme.dev/a'],
  ['https://acme.dev/?p=12', 'https://acme.dev?p=12'],
  ['https://bücher.test/a', 'https://xn--bcher-kva.test/a'],
  ['https://acme.dev/a?amp=1', 'https://acme.dev/a'],
  ['https://acme.dev/a?outputType=amp', 'https://acme.dev/a'],
  ['https://x.com/ben/status/1?s=20&t=abc', 'https://x.com/ben/status/1'],
  ['https://www.youtube.com/watch?v=abc&feature=share', 'https://youtube.com/watch?v=abc'],
  ['https://youtu.be/abc?si=aBcDeFgHiJkLmNoP', 'https://youtu.be/abc'],
  ['https://acme.dev/#!/a', 'https://acme.dev#!/a'],
])('%s is %s', (url, expected) => {
  expect(canonicalUrl(url)).toBe(expected);
});

test.each([
  ['another path', 'https://a.test/x', 'https://a.test/y'],
  ['another case of the path', 'https://a.test/x', 'https://a.test/X'],
  ['another host', 'https://a.test/x', 'https://b.a.test/x'],
  ['another port', 'https://a.test/x', 'https://a.test:8080/x'],
  ['another value', 'https://a.test/x?id=1', 'https://a.test/x?id=2'],
  ['another order of one key', 'https://a.test/x?id=1&id=2', 'https://a.test/x?id=2&id=1'],
  ['an escaped slash', 'https://a.test/x%2Fy', 'https://a.test/x/y'],
  ['an escaped &', 'https://a.test/x?a=1%26b=2', 'https://a.test/x?a=1&b=2'],
  ['a plus that is meant', 'https://a.test/x?a=1%2B1', 'https://a.test/x?a=1+1'],
  ['a doubly escaped letter', 'https://a.test/%2561', 'https://a.test/a'],
  ['bytes that are no UTF-8', 'https://a.test/s?q=%82%A0', 'https://a.test/s?q=%82%A2'],
  ['a route after #!', 'https://a.test/x#!/one', 'https://a.test/x#!/two'],
  ['a route after #/', 'https://a.test/#/one', 'https://a.test/#/two'],
  ['a comment', 'https://a.test/x', 'https://a.test/x#comment-5'],
  ['two comments of one issue', 'https://a.test/i/1#issuecomment-5', 'https://a.test/i/1#issuecomment-6'],
  ['a post of a thread', 'https://a.test/t?id=1#post5', 'https://a.test/t?id=1#post6'],
  ['a comment of Lobsters', 'https://lobste.rs/s/abc#c_abcdef', 'https://lobste.rs/s/abc#c_fedcba'],
  ['a page called amp', 'https://a.test/wiki/amp', 'https://a.test/wiki'],
  ['amperes', 'https://a.test/fuse?amp=10', 'https://a.test/fuse'],
  ['a short si', 'https://a.test/list?si=20', 'https://a.test/list?si=40'],
  ['a spelt si', 'https://a.test/list?si=international', 'https://a.test/list'],
  ['s elsewhere than on X', 'https://a.test/?s=acme', 'https://a.test/?s=beta'],
  ['feature elsewhere than on YouTube', 'https://a.test/x?feature=a', 'https://a.test/x?feature=b'],
  ['a host that only ends like X', 'https://notx.com/x?s=1', 'https://notx.com/x?s=2'],
  ['a branch', 'https://a.test/x?ref=main', 'https://a.test/x?ref=dev'],
])('%s stays another page', (_, one, other) => {
  expect(canonicalUrl(one)).toBeDefined();
  expect(canonicalUrl(one)).not.toBe(canonicalUrl(other));
});

test.each(['#comments', '#comment-form', '#posts', '#top', '#!', '#/', '#:~:text=acme', '#1', '#answer'])(
  'the anchor %s leads to the same page',
  (anchor) => {
    expect(canonicalUrl(`https://a.test/x${anchor}`)).toBe('https://a.test/x');
  },
);

test.each([
  ['a bare home page', 'https://acme.dev'],
  ['a home page with www and a slash', 'http://www.acme.dev/'],
  ['a home page with tracking alone', 'https://acme.dev/?utm_source=x#top'],
  ['nothing', ''],
  ['words', 'not a url'],
  ['a relative address', '/blog/1'],
  ['a host without a protocol', 'acme.dev/blog'],
  ['a script', 'javascript:alert(1)/x'],
  ['an e-mail address', 'mailto:a@acme.dev'],
  ['a file', 'file:///etc/passwd'],
  ['a broken host', 'https://[::1/x'],
  ['a host with a hole', 'https://acme..dev/x'],
])('%s is no story key', (_, url) => {
  expect(canonicalUrl(url)).toBeUndefined();
});

test('the canonical address of a canonical address is itself', () => {
  const odd = fc
    .array(
      fc.constantFrom(
        '%',
        '%2',
        '%41',
        '%25',
        '4',
        'a',
        'F',
        '/',
        '.',
        '?',
        '&',
        '=',
        '#',
        '!',
        'www.',
        '@',
        ':',
        'é',
        '+',
        ' ',
      ),
    )
    .map((parts) => `http://w.${parts.join('')}`);
  const url = fc.oneof(odd, fc.webUrl({ withQueryParameters: true, withFragments: true }));
  fc.assert(
    fc.property(url, (candidate) => {
      const key = canonicalUrl(candidate);
      return key === undefined || canonicalUrl(key) === key;
    }),
    { numRuns: 5000 },
  );
});

test('ids stay apart, whatever they are', () => {
  const id = fc.string({ minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(id, id, (one, other) => {
      const keyOf = (value: string) => canonicalUrl(`https://a.test/x?id=${encodeURIComponent(value)}`);
      return one === other || keyOf(one) !== keyOf(other);
    }),
  );
});

test.each(['/', '&a=1', '%41', '#', '?', 'www.'])('a long address of %s is read in linear time', (unit) => {
  const startedAt = performance.now();
  canonicalUrl(`https://a.test/x?${unit.repeat(100_000)}`);
  canonicalUrl(`https://a.test/x${unit.repeat(100_000)}y`);
  expect(performance.now() - startedAt).toBeLessThan(1500);
});
