import Parser from 'rss-parser';
import { newest } from './newest.js';
import { attribute, first, hasElements, list, nodeText } from './xml-node.js';

/** @import { MarkedEntry, MarkedFeed, Markup, RawAuthor } from './raw-feed.ts' */

/** rss-parser keeps the first of a kind, and without attributes; these are kept whole, under "raw:". */
const keptNames = [
  ...['$', 'id', 'guid', 'link', 'atom:link', 'feedburner:origLink', 'title', 'dc:title', 'author', 'dc:creator'],
  ...['itunes:author', 'description', 'content:encoded', 'content', 'summary', 'itunes:summary', 'media:group'],
  ...['media:description', 'dc:description', 'pubDate', 'published', 'issued', 'created', 'dc:date', 'updated'],
  ...['modified', 'atom:updated', 'dcterms:modified', 'dcterms:created', 'atom:published'],
  ...['slash:comments', 'thr:total'],
];
const kept = keptNames.map((name) => [name, `raw:${name}`, { keepArray: true }]);

/** @typedef {Record<string, unknown>} Fields */

/**
 * Reads RSS, RDF and Atom. `losesOrder` is set when some text has elements in it: their place is lost.
 * @param {string} text
 * @returns {Promise<MarkedFeed & { losesOrder: boolean }>}
 * @throws what rss-parser has against it
 */
export async function readByRssParser(text) {
  // A parser that has thrown is not used again. The library's types do not know that a feed's fields can be kept whole.
  const customFields = { item: kept, feed: /** @type {string[]} */ (/** @type {unknown} */ (kept)) };
  /** @type {Fields} */
  const feed = await new Parser({ defaultRSS: 2, customFields }).parseString(text);
  /** @type {Fields[]} */
  const items = newest(Array.isArray(feed.items) ? feed.items : [], (item) => updatedOf(item) ?? publishedOf(item));
  const isAtom = feed['raw:id'] !== undefined || feed['raw:updated'] !== undefined || items.some(isAtomEntry);
  return {
    title: markupOf(raw(feed, 'title'), isAtom),
    base: attribute({ $: feed['raw:$'] }, 'xml:base'),
    link: typeof feed.link === 'string' ? feed.link : undefined,
    ttlMinutes: Number(feed.ttl) || undefined,
    authors: isAtom ? authorsOf(feed) : [],
    entries: items.map((item) => entryOf(item, isAtom)),
    losesOrder: items.some((item) => [...textNodes(item), ...raw(item, 'title')].some(hasElements)),
  };
}

/** @param {Fields} item */
function isAtomEntry(item) {
  return item['raw:guid'] === undefined && item['raw:id'] !== undefined;
}

/**
 * @param {Fields} item
 * @param {boolean} isAtom
 * @returns {MarkedEntry}
 */
function entryOf(item, isAtom) {
  const about = attribute({ $: item['raw:$'] }, 'rdf:about');
  return {
    id: firstText(item, ['guid', 'id']) ?? about,
    links: [...linksOf(item), ...(about ? [about] : [])],
    base: attribute({ $: item['raw:$'] }, 'xml:base'),
    title: markupOf([...raw(item, 'title'), ...raw(item, 'dc:title')], isAtom),
    texts: textNodes(item).flatMap((node) => markupOf([node], isAtom) ?? []),
    authors: authorsOf(item),
    published: publishedOf(item),
    updated: updatedOf(item),
    comments: commentsOf(item),
  };
}

/** @param {Fields} item */
function publishedOf(item) {
  return firstText(item, ['pubDate', 'published', 'atom:published', 'issued', 'dc:date', 'created', 'dcterms:created']);
}

/** @param {Fields} item */
function updatedOf(item) {
  return firstText(item, ['updated', 'atom:updated', 'modified', 'dcterms:modified']);
}

/** @param {Fields} item */
function commentsOf(item) {
  const told = firstText(item, ['slash:comments', 'thr:total']);
  return told !== undefined && /^\d{1,9}$/.test(told) ? Number(told) : undefined;
}

/** @param {Fields} item */
function textNodes(item) {
  const names = [
    'content:encoded',
    'content',
    'description',
    'summary',
    'itunes:summary',
    'media:description',
    'dc:description',
  ];
  const inGroup = raw(item, 'media:group').flatMap((group) => list(group, 'media:description'));
  return [...names.flatMap((name) => raw(item, name)), ...inGroup];
}

/**
 * The page of an entry: in Atom the alternate, an HTML one before others; in RSS the text of the element, and as the
 * last resort a guid that does not deny being an address.
 * @param {Fields} item
 */
function linksOf(item) {
  const links = [...raw(item, 'link'), ...raw(item, 'atom:link')];
  const alternates = links.filter((link) => (attribute(link, 'rel') ?? 'alternate') === 'alternate');
  const isPage = (/** @type {unknown} */ link) =>
    /^(text\/html|application\/xhtml\+xml)?$/.test(attribute(link, 'type') ?? '');
  const inOrder = [...alternates.filter(isPage), ...alternates.filter((link) => !isPage(link))];
  const permalinks = raw(item, 'guid').filter((guid) => attribute(guid, 'isPermaLink') !== 'false');
  const addresses = [
    ...raw(item, 'feedburner:origLink').map(nodeText),
    ...inOrder.map((link) => attribute(link, 'href') ?? nodeText(link)),
    ...permalinks.map(nodeText).filter((guid) => /^https?:/i.test(guid ?? '')),
  ];
  return addresses.filter((address) => address !== undefined);
}

/**
 * @param {Fields} fields
 * @returns {RawAuthor[]}
 */
function authorsOf(fields) {
  const [node] = [raw(fields, 'dc:creator'), raw(fields, 'author'), raw(fields, 'itunes:author')].filter(
    (nodes) => nodes.length,
  );
  return (node ?? []).map((author) => ({
    name: nodeText(first(list(author, 'name'))) ?? nodeText(author),
    url: nodeText(first([...list(author, 'uri'), ...list(author, 'url')])),
  }));
}

/**
 * @param {unknown[]} nodes
 * @param {boolean} isAtom
 * @returns {Markup | undefined}
 */
function markupOf(nodes, isAtom) {
  const node = nodes.find((one) => nodeText(one) !== undefined);
  const value = nodeText(node);
  if (value === undefined) return undefined;
  const type = attribute(node, 'type') ?? '';
  if (/html/i.test(type)) return { value, kind: 'html' };
  return { value, kind: isAtom ? 'text' : 'unknown' };
}

/**
 * @param {Fields} fields
 * @param {string[]} names
 */
function firstText(fields, names) {
  return names.flatMap((name) => raw(fields, name).map(nodeText)).find((text) => text !== undefined && text !== '');
}

/**
 * @param {Fields} fields
 * @param {string} name
 * @returns {unknown[]}
 */
function raw(fields, name) {
  const value = fields[`raw:${name}`];
  return Array.isArray(value) ? value : [];
}
