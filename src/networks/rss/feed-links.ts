import { parseUrl } from '../../domain/parse-url.ts';

/** A page names its feeds in its head. */
const MAX_CHARS = 500_000;
const MAX_LINKS = 20;

const FEED_TYPES = ['application/rss+xml', 'application/atom+xml', 'application/feed+json', 'application/rdf+xml'];
const TAG = /<(?:link|base)\b[^<>]{0,3000}>/gi;
const ATTRIBUTE = /([a-z-]{1,20})\s{0,9}=\s{0,9}(?:"([^"]{0,2500})"|'([^']{0,2500})'|([^\s"'>]{1,2500}))/gi;

type Link = { href: string; title: string };

/** The whole addresses of the feeds that a web page names, those of comments last. Pure. */
export function feedLinks(html: string, pageUrl: string): string[] {
  const tags = (withoutComments(html.slice(0, MAX_CHARS)).match(TAG) ?? []).slice(0, 2000);
  const base = tags.filter((tag) => /^<base\b/i.test(tag)).map((tag) => attributesOf(tag).href ?? '')[0];
  const from = base ? (parseUrl(base, pageUrl)?.href ?? pageUrl) : pageUrl;
  const links = tags.flatMap(feedLink).sort((a, b) => Number(isAboutComments(a)) - Number(isAboutComments(b)));
  const urls = links.flatMap(({ href }) => webAddress(href, from) ?? []);
  return [...new Set(urls)].slice(0, MAX_LINKS);
}

function feedLink(tag: string): Link[] {
  const { rel = '', type = '', href = '', title = '' } = attributesOf(tag);
  const isAlternate = rel.toLowerCase().split(/\s+/).includes('alternate');
  const isFeed = FEED_TYPES.includes(type.toLowerCase().split(';', 1)[0]?.trim() ?? '');
  return isAlternate && isFeed && href.trim() !== '' ? [{ href, title }] : [];
}

function isAboutComments({ href, title }: Link): boolean {
  return /comment/i.test(`${title} ${href}`);
}

function attributesOf(tag: string): Partial<Record<string, string>> {
  const pairs = [...tag.matchAll(ATTRIBUTE)].map(([, name = '', a, b, c]) => [
    name.toLowerCase(),
    unescaped(a ?? b ?? c ?? ''),
  ]);
  return Object.fromEntries(pairs);
}

function unescaped(value: string): string {
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll(/&#0*38;|&#x0*26;|&amp;/gi, '&');
}

function webAddress(href: string, base: string): string | undefined {
  const url = parseUrl(href.trim(), base);
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url.href : undefined;
}

/** In one pass: a pattern would begin anew at every comment that does not end. */
function withoutComments(html: string): string {
  let kept = '';
  let at = 0;
  for (;;) {
    const begin = html.indexOf('<!--', at);
    const end = begin === -1 ? -1 : html.indexOf('-->', begin + 4);
    if (end === -1) return kept + html.slice(at);
    kept += html.slice(at, begin);
    at = end + 3;
  }
}
