import { authors } from '../../practice/demo/feeds/authors.ts';
import { blogTexts } from '../../practice/demo/feeds/blog-texts.ts';
import { chatterTexts } from '../../practice/demo/feeds/chatter-texts.ts';
import { formats } from '../../practice/demo/feeds/formats.ts';
import { forumTexts } from '../../practice/demo/feeds/forum-texts.ts';
import { newsTexts } from '../../practice/demo/feeds/news-texts.ts';
import type { FeedName, Post, Template } from '../../practice/demo/feeds/post.ts';
import { spin } from '../../practice/demo/feeds/spin.ts';

/** A feed that a site could serve: its address and its text. */
export type MadeFeed = { url: string; contentType: string; body: string };

/** What a watch must look for to hear every item of the made feeds. */
export const MADE_PHRASES = ['acme cloud', 'acme.dev'];

const TEXTS: Record<FeedName, readonly Template[]> = {
  blog: blogTexts,
  forum: forumTexts,
  chatter: chatterTexts,
  news: newsTexts,
};
const NAMES: FeedName[] = ['blog', 'forum', 'chatter', 'news'];

/**
 * `feeds` feeds of `items` items each, in turn RSS, Atom, JSON Feed and RDF, with the words of the practice
 * workspace's sites: short and long, five languages, with and without a title. No two items tell one story.
 */
export function makeFeeds(feeds: number, items: number): MadeFeed[] {
  return Array.from({ length: feeds }, (_, feed) => {
    const name = NAMES[feed % NAMES.length] ?? 'blog';
    const posts = Array.from({ length: items }, (_, item) => makePost(name, feed, item));
    const { contentType, body } = formats[name](posts);
    return { url: `https://site-${feed}.example/${name}`, contentType, body };
  });
}

function makePost(feed: FeedName, feedNumber: number, item: number): Post {
  const templates = TEXTS[feed];
  const template = pick(templates, item);
  const round = Math.floor(item / templates.length);
  const language = template.language ?? 'en';
  const id = `${feedNumber}-${item}`;
  return {
    id,
    feed,
    language,
    ...(template.title === undefined ? {} : { title: spin(template.title, round) }),
    text: `${spin(template.text, round)}\n\nCase ${feedNumber}/${item}.`,
    author: pick(authors[language], item),
    publishedAt: new Date(Date.UTC(2026, 10, 1) + item * 60_000),
    link: `/posts/${id}?utm_source=feed`,
  };
}

function pick<T>(list: readonly T[], index: number): T {
  const one = list[index % list.length];
  if (one === undefined) throw new Error('There is nothing to pick from.');
  return one;
}
