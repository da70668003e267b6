import type { Http } from '../http.ts';
import { SourceError } from '../network.ts';
import { decodeText } from './decode-text.ts';
import { feedLinks } from './feed-links.ts';
import { type ParsedFeed, parseFeed } from './parse-feed.ts';
import type { FeedSettings } from './settings.ts';

/** A page may name a feed for its posts, its comments, each topic: so many are tried. */
const MAX_TRIED = 3;

const accept =
  'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5';

/** A feed, and what it calls itself. */
export type FoundFeed = { settings: FeedSettings; title: string | undefined };

/**
 * The feed behind an address that somebody typed: the address itself, or the feed that the web page there names.
 * @throws SourceError that says why there is none.
 */
export async function discoverFeed(url: string, http: Http): Promise<FoundFeed> {
  const answer = await http.get(url, { headers: { accept } });
  const contentType = answer.headers['content-type'];
  try {
    const feed = await parseFeed(answer.body, { url: answer.url, ...(contentType && { contentType }) });
    return { settings: { url }, title: feed.title };
  } catch (error) {
    const links = feedLinks(decodeText(answer.body, contentType), answer.url);
    if (!(error instanceof SourceError)) throw error;
    if (links.length === 0) throw new SourceError(namesNone(error.message), {}, { cause: error });
    return firstFeed(links.slice(0, MAX_TRIED), http);
  }
}

/** What is wrong with a page is not that it is none of our feeds, but that it leads to none. */
function namesNone(fault: string): string {
  return fault.replace(/is a web page, not a feed$/, 'is a web page that names no feed');
}

async function firstFeed(links: string[], http: Http): Promise<FoundFeed> {
  let last: unknown;
  for (const url of links) {
    try {
      const feed = await fetchFeed(url, http);
      return { settings: { url }, title: feed.title };
    } catch (error) {
      last = error;
    }
  }
  throw last;
}

async function fetchFeed(url: string, http: Http): Promise<ParsedFeed> {
  const answer = await http.get(url, { headers: { accept } });
  const contentType = answer.headers['content-type'];
  return parseFeed(answer.body, { url: answer.url, ...(contentType && { contentType }) });
}
