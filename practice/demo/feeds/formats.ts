import { escapeMarkup, paragraphs } from './markup.ts';
import type { FeedName, Post } from './post.ts';

export type Page = { contentType: string; body: string };

const declaration = '<?xml version="1.0" encoding="utf-8"?>';

/** A feed in the format of its site: RSS 2.0, Atom, JSON Feed 1.1 or RDF (RSS 1.0). Links are relative to the origin. */
export const formats: Record<FeedName, (posts: Post[]) => Page> = { blog: rss, forum: atom, chatter: json, news: rdf };

function rss(posts: Post[]): Page {
  const items = posts.map(
    (post) => `<item><guid isPermaLink="false">${post.id}</guid>${title(post)}<link>${escapeMarkup(post.link)}</link>
<dc:creator>${escapeMarkup(post.author)}</dc:creator><pubDate>${post.publishedAt.toUTCString()}</pubDate>
<description>${escapeMarkup(paragraphs(post.text.split('\n\n')[0] ?? ''))}</description>
<content:encoded>${escapeMarkup(paragraphs(post.text))}</content:encoded></item>`,
  );
  const body = `${declaration}
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>The Loading Dock</title><link>/demo/</link><description>Notes of people who run platforms</description>
${items.join('\n')}
</channel></rss>`;
  return { contentType: 'application/rss+xml; charset=utf-8', body };
}

function atom(posts: Post[]): Page {
  const entries = posts.map(
    (post) => `<entry><id>tag:shipyard.example,2026:${post.id}</id>${title(post)}
<link rel="alternate" href="${escapeMarkup(post.link)}"/><author><name>${escapeMarkup(post.author)}</name></author>
<published>${post.publishedAt.toISOString()}</published><updated>${post.publishedAt.toISOString()}</updated>
<content type="html">${escapeMarkup(paragraphs(post.text))}</content></entry>`,
  );
  const body = `${declaration}
<feed xmlns="http://www.w3.org/2005/Atom"><id>tag:shipyard.example,2026:forum</id><title>Shipyard Forum</title>
<updated>${posts[0]?.publishedAt.toISOString()}</updated>
${entries.join('\n')}
</feed>`;
  return { contentType: 'application/atom+xml; charset=utf-8', body };
}

function json(posts: Post[]): Page {
  const items = posts.map((post) => ({
    id: post.id,
    url: post.link,
    title: post.title,
    content_text: post.text,
    date_published: post.publishedAt.toISOString(),
    authors: [{ name: post.author }],
    language: post.language,
  }));
  const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'Chatter', items };
  return { contentType: 'application/feed+json; charset=utf-8', body: JSON.stringify(feed, null, 1) };
}

function rdf(posts: Post[]): Page {
  const items = posts.map(
    (post) => `<item rdf:about="${escapeMarkup(post.link)}">${title(post)}<link>${escapeMarkup(post.link)}</link>
<dc:creator>${escapeMarkup(post.author)}</dc:creator><dc:date>${post.publishedAt.toISOString()}</dc:date>
<description>${escapeMarkup(escapeMarkup(post.text))}</description></item>`,
  );
  const body = `${declaration}
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="/demo/news.rdf"><title>Harbour Wire</title><link>/demo/</link><description>News</description></channel>
${items.join('\n')}
</rdf:RDF>`;
  return { contentType: 'application/rdf+xml; charset=utf-8', body };
}

function title(post: Post): string {
  return post.title === undefined ? '' : `<title>${escapeMarkup(post.title)}</title>`;
}
