import { authors } from './authors.ts';
import { blogTexts } from './blog-texts.ts';
import { chatterTexts } from './chatter-texts.ts';
import { forumTexts } from './forum-texts.ts';
import { newsTexts } from './news-texts.ts';
import { otherTexts } from './other-texts.ts';
import type { FeedName, Post, Template } from './post.ts';
import { spin } from './spin.ts';

/** Every minute is a slot, and every slot has one post that the watch "Acme" catches. */
const slotMs = 60_000;
const shownPosts = 12;
const feeds: readonly FeedName[] = ['blog', 'forum', 'chatter', 'news'];
const texts: Record<FeedName, readonly Template[]> = {
  blog: blogTexts,
  forum: forumTexts,
  chatter: chatterTexts,
  news: newsTexts,
};

/** What a feed shows at `now`: its latest dozen, newest first. A post never changes once it is there. */
export function latestPosts(feed: FeedName, now: Date): Post[] {
  const found: Post[] = [];
  for (let slot = slotAt(now); found.length < shownPosts; slot--) {
    found.push(...postsOf(slot).filter((post) => post.feed === feed));
  }
  return found.slice(0, shownPosts);
}

/** The post with this id, if its time has come. */
export function findPost(id: string, now: Date): Post | undefined {
  const slot = Number.parseInt(id.split('-')[1] ?? '', 36);
  if (!(slot >= 0 && slot <= slotAt(now))) return undefined;
  return postsOf(slot).find((post) => post.id === id);
}

function slotAt(now: Date): number {
  return Math.floor(now.getTime() / slotMs);
}

function postsOf(slot: number): Post[] {
  const feed = feeds[slot % feeds.length] ?? 'blog';
  const template = pick(texts[feed], Math.floor(slot / feeds.length));
  const post = write(feed, template, slot, '');
  return [post, ...secondSighting(post, template), ...otherMatters(feed, slot)];
}

function write(feed: FeedName, template: Template, slot: number, suffix: string): Post {
  const round = Math.floor(slot / (feeds.length * texts[feed].length));
  const language = template.language ?? 'en';
  const id = `${feed}-${slot.toString(36)}${suffix}`;
  return {
    id,
    feed,
    language,
    title: template.title === undefined ? undefined : spin(template.title, round),
    text: spin(template.text, round),
    author: pick(authors[language], round + template.text.length),
    publishedAt: new Date(slot * slotMs),
    link: `/demo/posts/${id}`,
  };
}

/** The same story elsewhere: somebody shares its link with tracking parameters, or its writer posts the text twice. */
function secondSighting(post: Post, { again }: Template): Post[] {
  if (!again) return [];
  const second = { ...post, id: `${post.id}-again`, feed: again.feed, title: undefined };
  if (again.by === 'text') return [{ ...second, link: `/demo/posts/${second.id}` }];
  const text = `${post.title}. ${post.text.split('\n')[0]}`;
  return [{ ...second, text, link: `${post.link}?utm_source=${again.feed}&utm_medium=social` }];
}

function otherMatters(feed: FeedName, slot: number): Post[] {
  return slot % 7 === 3 ? [write(feed, pick(otherTexts, Math.floor(slot / 7)), slot, '-other')] : [];
}

function pick<T>(list: readonly T[], index: number): T {
  const one = list[index % list.length];
  if (one === undefined) throw new Error('There is nothing to pick from.');
  return one;
}
