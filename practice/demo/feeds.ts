import { formats } from './feeds/formats.ts';
import { postPage } from './feeds/page.ts';
import type { FeedName } from './feeds/post.ts';
import { findPost, latestPosts } from './feeds/timeline.ts';

export type DemoAnswer = { status: number; headers: Record<string, string>; body: string };

const feedPaths: Record<string, FeedName> = {
  '/demo/blog.xml': 'blog',
  '/demo/forum.atom': 'forum',
  '/demo/chatter.json': 'chatter',
  '/demo/news.rdf': 'news',
};

/**
 * The demo sites below /demo/ as they stand at `now`: four feeds with one new post a minute that the watch
 * "Acme" catches, and a page for every post. Undefined for any other path. A query is ignored. Pure.
 */
export function demoFeed(path: string, now: Date): DemoAnswer | undefined {
  const pathname = path.split(/[?#]/)[0] ?? '';
  const feed = feedPaths[pathname];
  if (feed) return feedAnswer(feed, now);
  if (pathname.startsWith('/demo/posts/')) return postAnswer(pathname.slice('/demo/posts/'.length), now);
  return undefined;
}

function feedAnswer(feed: FeedName, now: Date): DemoAnswer {
  const posts = latestPosts(feed, now);
  const { contentType, body } = formats[feed](posts);
  return {
    status: 200,
    headers: { 'content-type': contentType, 'cache-control': 'no-cache', etag: `"${posts[0]?.id}"` },
    body,
  };
}

function postAnswer(id: string, now: Date): DemoAnswer {
  const post = findPost(id, now);
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  };
  if (!post)
    return { status: 404, headers, body: '<!doctype html><title>Not found</title><p>There is no such post.</p>' };
  return { status: 200, headers, body: postPage(post) };
}
