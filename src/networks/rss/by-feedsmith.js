import { parseFeed } from 'feedsmith';
import { newest } from './newest.js';

/** @import { MarkedEntry, MarkedFeed, Markup, RawAuthor } from './raw-feed.ts' */
/** @typedef {ReturnType<typeof parseFeed<string>>} Parsed */
/** @typedef {Extract<Parsed, { format: 'atom' }>['feed']} AtomFeed */
/** @typedef {Extract<Parsed, { format: 'rss' }>['feed']} RssFeed */
/** @typedef {Extract<Parsed, { format: 'rdf' }>['feed']} RdfFeed */
/** @typedef {Extract<Parsed, { format: 'json' }>['feed']} JsonFeed */
/** @typedef {Omit<MarkedEntry, 'texts' | 'links' | 'authors'>} Facts */

/**
 * Reads what rss-parser refuses: JSON Feed, RDF under another prefix, XML with faults.
 * @param {string} text
 * @returns {MarkedFeed}
 * @throws what feedsmith has against it
 */
export function readByFeedsmith(text) {
  const parsed = parseFeed(text);
  if (parsed.format === 'atom') return atomFeed(parsed.feed);
  if (parsed.format === 'json') return jsonFeed(parsed.feed);
  return parsed.format === 'rss' ? rssFeed(parsed.feed) : rdfFeed(parsed.feed);
}

/** @param {AtomFeed} feed @returns {MarkedFeed} */
function atomFeed(feed) {
  return {
    title: atomMarkup(feed.title),
    base: feed.xml?.base,
    link: alternates(feed.links)[0],
    authors: (feed.authors ?? []).map(({ name, uri }) => ({ name, url: uri })),
    entries: newest(feed.entries ?? [], (entry) => entry.updated ?? entry.published).map((entry) => ({
      id: entry.id,
      links: alternates(entry.links),
      base: entry.xml?.base,
      title: atomMarkup(entry.title),
      texts: present([atomMarkup(entry.content), atomMarkup(entry.summary), mediaText(entry.media)]),
      authors: (entry.authors ?? []).map(({ name, uri }) => ({ name, url: uri })),
      published: entry.published,
      updated: entry.updated,
      comments: entry.slash?.comments ?? entry.thr?.total,
    })),
  };
}

/** @param {RssFeed} feed @returns {MarkedFeed} */
function rssFeed(feed) {
  return {
    title: markup(feed.title, 'unknown'),
    base: feed.xml?.base,
    link: feed.link,
    ttlMinutes: feed.ttl,
    authors: [],
    entries: newest(feed.items ?? [], (item) => item.pubDate ?? item.dc?.dates?.[0]).map((item) => ({
      id: item.guid?.value,
      links: present([item.link, ...permalinks(item.guid)]),
      base: item.xml?.base,
      title: markup(item.title, 'unknown'),
      texts: present([
        markup(item.content?.encoded, 'unknown'),
        markup(item.description, 'unknown'),
        markup(item.itunes?.summary, 'unknown'),
        mediaText(item.media),
      ]),
      authors:
        creators(item.dc) ?? (item.authors ?? []).map(({ name, email, link }) => ({ name: name ?? email, url: link })),
      published: item.pubDate ?? item.dc?.dates?.[0] ?? item.atom?.published,
      updated: item.atom?.updated ?? item.dcterms?.modified?.[0],
      comments: item.slash?.comments ?? item.thr?.total,
    })),
  };
}

/** @param {RdfFeed} feed @returns {MarkedFeed} */
function rdfFeed(feed) {
  return {
    title: markup(feed.title, 'unknown'),
    base: feed.xml?.base,
    link: feed.link,
    authors: [],
    entries: newest(feed.items ?? [], (item) => item.dc?.dates?.[0]).map((item) => ({
      id: item.rdf?.about,
      links: present([item.link, item.rdf?.about]),
      base: item.xml?.base,
      title: markup(item.title, 'unknown'),
      texts: present([markup(item.content?.encoded, 'unknown'), markup(item.description, 'unknown')]),
      authors: creators(item.dc) ?? [],
      published: item.dc?.dates?.[0],
      updated: item.dcterms?.modified?.[0],
      comments: item.slash?.comments,
    })),
  };
}

/** @param {JsonFeed} feed @returns {MarkedFeed} */
function jsonFeed(feed) {
  return {
    title: markup(feed.title, 'text'),
    link: feed.home_page_url,
    authors: feed.authors ?? [],
    entries: newest(feed.items ?? [], (item) => item.date_modified ?? item.date_published).map((item) => ({
      id: item.id,
      links: present([item.url, item.external_url]),
      title: markup(item.title, 'text'),
      texts: present([
        markup(item.content_html, 'html'),
        markup(item.content_text, 'text'),
        markup(item.summary, 'text'),
      ]),
      authors: item.authors ?? [],
      published: item.date_published,
      updated: item.date_modified,
    })),
  };
}

/**
 * @param {{ value?: string, type?: string } | undefined} text
 * @returns {Markup | undefined}
 */
function atomMarkup(text) {
  return markup(text?.value, /html/i.test(text?.type ?? '') ? 'html' : 'text');
}

/**
 * @param {string | undefined} value
 * @param {Markup['kind']} kind
 * @returns {Markup | undefined}
 */
function markup(value, kind) {
  return value === undefined ? undefined : { value, kind };
}

/** @param {{ href?: string, rel?: string, type?: string }[] | undefined} links */
function alternates(links = []) {
  const found = links.filter(({ rel = 'alternate' }) => rel === 'alternate');
  const isPage = (/** @type {{ type?: string }} */ { type = '' }) =>
    /^(text\/html|application\/xhtml\+xml)?$/.test(type);
  return present([...found.filter(isPage), ...found.filter((link) => !isPage(link))].map(({ href }) => href));
}

/** @param {{ value?: string, isPermaLink?: boolean } | undefined} guid */
function permalinks(guid) {
  return guid?.value && guid.isPermaLink !== false && /^https?:/i.test(guid.value) ? [guid.value] : [];
}

/**
 * @param {{ creators?: string[] } | undefined} dc
 * @returns {RawAuthor[] | undefined}
 */
function creators(dc) {
  return dc?.creators?.map((name) => ({ name }));
}

/** @param {{ description?: { value?: string }, groups?: { description?: { value?: string } }[] } | undefined} media */
function mediaText(media) {
  return markup(media?.description?.value ?? media?.groups?.[0]?.description?.value, 'unknown');
}

/**
 * @template T
 * @param {(T | undefined)[]} values
 * @returns {T[]}
 */
function present(values) {
  return values.filter((value) => value !== undefined);
}
