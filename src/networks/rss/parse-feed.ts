import { SourceError } from '../network.ts';
import { decodeText } from './decode-text.ts';
import { type FeedItem, feedItems } from './feed-items.ts';
import { createFeedReader } from './feed-reader.ts';

export type ParsedFeed = {
  title?: string;
  /** How long the feed asks to be left alone. */
  ttlMs?: number;
  items: FeedItem[];
};

/** Where a feed came from, as far as it is known. */
export type FeedOrigin = { contentType?: string; url?: string; now?: Date };

const reader = createFeedReader();

/**
 * Reads RSS, RDF, Atom and JSON Feed, from bytes in any usual charset or from text. At most the 500 newest items.
 * @throws SourceError with one sentence: a web page, nothing, cut short, too slow, or no feed at all.
 */
export async function parseFeed(content: Uint8Array | string, origin: FeedOrigin = {}): Promise<ParsedFeed> {
  const text =
    typeof content === 'string' ? content.replace(/^\ufeff/, '').trimStart() : decodeText(content, origin.contentType);
  const where = placeOf(origin.url);
  if (text === '') throw new SourceError(`${where} answered with nothing`);
  const answer = await reader.read(text);
  if (answer === 'late') throw new SourceError(`${where} takes longer than a second to read`);
  if (answer === 'crashed') throw new SourceError(`${where} takes more memory to read than a feed may`);
  if ('fault' in answer) throw new SourceError(`${where} ${faultOf(text, answer.fault)}`, {}, { cause: answer.fault });
  const { feed } = answer;
  return {
    title: feed.title,
    ttlMs: feed.ttlMinutes && feed.ttlMinutes * 60_000,
    items: feedItems(feed, origin.url, origin.now ?? new Date()),
  };
}

/** Ends the thread that reads feeds; the next feed starts another. */
export function closeFeedReader(): Promise<void> {
  return reader.close();
}

function placeOf(url: string | undefined): string {
  if (url === undefined) return 'the file';
  const { host, pathname } = new URL(url);
  return `${host}${pathname === '/' ? '' : pathname}`.slice(0, 200);
}

function faultOf(text: string, fault: string): string {
  const head = text.slice(0, 1000).replace(/<!--[\s\S]*?-->/g, '');
  if (/^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(head)) return 'is a web page, not a feed';
  if (/unclosed root tag|unexpected end/i.test(fault)) return 'breaks off in the middle';
  if (/^\s*[{[]/.test(head)) return jsonFaultOf(text);
  if (/not recognized/i.test(fault) || !/^\s*</.test(head)) return 'is not a feed';
  return 'cannot be read: its XML has faults';
}

function jsonFaultOf(text: string): string {
  return /[}\]]$/.test(text.trimEnd()) ? 'is JSON, but not a JSON Feed' : 'breaks off in the middle';
}
