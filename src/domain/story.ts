import { fold } from './fold.ts';
import { countChars, textHash } from './text.ts';

export { canonicalUrl } from './canonical-url.ts';

/** Two equal texts of one author are one story when they are no further apart than this. */
export const SAME_TEXT_WITHIN_MS = 7 * 24 * 60 * 60_000;

/** Below this many characters, equal texts are chance ("Congratulations!"). */
export const MIN_STORY_CHARS = 40;

/** What decides whether two items tell one story. */
export type StoryFacts = {
  sourceId: string;
  canonicalUrl?: string;
  storyHash?: string;
  /** The author as the network names them; compared without case and outer spaces. */
  author?: string;
  publishedAt?: Date;
  seenAt: Date;
};

/** The text as it is compared: folded, punctuation and spacing ignored; undefined below 40 characters. */
export function storyText(text: string): string | undefined {
  const words = fold(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const normal = words.join(' ');
  return countChars(normal) < MIN_STORY_CHARS ? undefined : normal;
}

/** A short key of the text for the database: equal when `storyText` is; undefined when the text is too short. */
export function storyHash(text: string): string | undefined {
  const normal = storyText(text);
  return normal === undefined ? undefined : textHash(normal);
}

/**
 * Whether two items tell one story: their canonical URLs agree, or a known author wrote the same text within 7 days.
 * Never two items of one source: there, another id is another item.
 */
export function sameStory(a: StoryFacts, b: StoryFacts): boolean {
  if (a.sourceId === b.sourceId) return false;
  return agree(a.canonicalUrl, b.canonicalUrl) || sameWords(a, b);
}

function sameWords(a: StoryFacts, b: StoryFacts): boolean {
  const apartMs = Math.abs(saidAt(a).getTime() - saidAt(b).getTime());
  return (
    agree(a.storyHash, b.storyHash) && agree(authorKey(a.author), authorKey(b.author)) && apartMs <= SAME_TEXT_WITHIN_MS
  );
}

/** Both known, and equal. */
function agree(a: string | undefined, b: string | undefined): boolean {
  return Boolean(a) && a === b;
}

function authorKey(author: string | undefined): string | undefined {
  return author === undefined ? undefined : fold(author).trim();
}

function saidAt(facts: StoryFacts): Date {
  return facts.publishedAt ?? facts.seenAt;
}
