import { readByFeedsmith } from './by-feedsmith.js';
import { readByRssParser } from './by-rss-parser.js';
import { clip, plainText } from './plain-text.js';

/** @import { MarkedEntry, MarkedFeed, Markup, RawEntry, RawFeed, ReadAnswer, ReadRequest } from './raw-feed.ts' */

const maxTitleChars = 500;
const maxTextChars = 20_000;
const maxMarkupChars = 3 * maxTextChars;
/** Turning markup into text takes about 150 ms a million characters; the deadline is one second. */
const maxMarkupCharsInAll = 1_200_000;

/**
 * A feed's text as entries of plain text: by rss-parser, else by feedsmith (JSON Feed, RDF under another prefix, XML
 * with faults, and markup that is not escaped, whose order rss-parser loses).
 * @param {ReadRequest} request
 * @returns {Promise<ReadAnswer>}
 */
export async function readFeed({ text, byFeedsmithOnly }) {
  /** @type {{ feed: MarkedFeed & { losesOrder: boolean } } | { fault: string }} */
  const first = byFeedsmithOnly ? { fault: 'too slow' } : await attempt(() => readByRssParser(text));
  if ('feed' in first && !first.feed.losesOrder) return attempt(() => plainFeed(first.feed));
  const second = await attempt(() => readByFeedsmith(text));
  if ('feed' in second) return attempt(() => plainFeed(second.feed));
  return 'feed' in first ? attempt(() => plainFeed(first.feed)) : first;
}

/**
 * @template T
 * @param {() => T | Promise<T>} read
 * @returns {Promise<{ feed: T } | { fault: string }>}
 */
async function attempt(read) {
  try {
    return { feed: await read() };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * @param {MarkedFeed} feed
 * @returns {RawFeed}
 */
function plainFeed({ title, base, link, ttlMinutes, authors, entries }) {
  const maxChars = markupAllowance(entries);
  return {
    title: plainTitle(title),
    base,
    link,
    ttlMinutes,
    authors,
    entries: entries.map((entry) => plainEntry(entry, maxChars)),
  };
}

/**
 * @param {MarkedEntry} entry
 * @param {number} maxChars
 * @returns {RawEntry}
 */
function plainEntry({ title, texts, ...rest }, maxChars) {
  return { ...rest, title: plainTitle(title), text: longestText(texts, maxChars) };
}

/** @param {Markup | undefined} title */
function plainTitle(title) {
  const text = plainText(title, maxMarkupChars).replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : clip(text, maxTitleChars);
}

/**
 * The text of the longest that has any: a description is often the beginning of the content.
 * @param {Markup[]} texts
 * @param {number} maxChars
 */
function longestText(texts, maxChars) {
  for (const markup of texts.toSorted((a, b) => b.value.length - a.value.length)) {
    const text = plainText(markup, maxChars);
    if (text !== '') return clip(text, maxTextChars);
  }
  return '';
}

/** @param {MarkedEntry[]} entries */
function markupAllowance(entries) {
  const chars = entries.flatMap(({ texts }) => texts).reduce((sum, { value }) => sum + value.length, 0);
  return chars <= maxMarkupCharsInAll ? maxMarkupChars : Math.ceil(maxMarkupCharsInAll / entries.length);
}
