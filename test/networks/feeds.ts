/** An RSS 2.0 feed around some items, as XML. */
export function rssFeed(items: string, channel = ''): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/" xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">
<channel><title>A blog</title><link>https://blog.example.com/</link><description>Words</description>${channel}
${items}</channel></rss>`;
}

/** An Atom feed around some entries, as XML. */
export function atomFeed(entries: string, attributes = ''): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><id>tag:forum</id><title>A forum</title>
<updated>2026-11-20T10:00:00Z</updated>${entries}</feed>`;
}

/** A JSON Feed around some items. */
export function jsonFeed(items: unknown[], rest: Record<string, unknown> = {}): string {
  return JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'A stream', items, ...rest });
}

/** An RDF feed (RSS 1.0) around some items, with its own prefix for RDF. */
export function rdfFeed(items: string, prefix = 'rdf'): string {
  return `<?xml version="1.0"?>
<${prefix}:RDF xmlns:${prefix}="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel ${prefix}:about="https://news.example.com/"><title>News</title><link>https://news.example.com/</link>
<description>All of it</description></channel>${items}</${prefix}:RDF>`;
}
