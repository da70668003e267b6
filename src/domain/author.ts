import { canonicalUrl } from './canonical-url.ts';
import { fold } from './fold.ts';
import type { Influence, InfluenceFacts } from './influence.ts';
import type { Author } from './item.ts';
import type { AuthorList } from './knowing.ts';
import { parseUrl } from './parse-url.ts';
import { textHash } from './text.ts';

/** The database keeps no index entry beyond 2,700 bytes. */
const MAX_KEY_CHARS = 300;

/** Names behind which anybody may stand. */
const NOBODY = new Set(
  ['anonymous', 'anon', 'unknown', 'guest', 'n/a', 'none', 'nobody', 'deleted', '[deleted]'].map((name) => fold(name)),
);

/**
 * By what an author is known again on one network: the handle, else the page that is theirs alone, else the name and the
 * site where it stands, since the Ana of one blog is not that of another. Undefined when nobody can tell who it was. Pure.
 */
export function authorKey(author: Author, itemUrl: string | null): string | undefined {
  const handle = compared(author.handle).replace(/^@/, '');
  if (handle && !NOBODY.has(handle)) return within(`@${handle}`);
  const page = author.url && canonicalUrl(author.url);
  if (page) return within(page);
  const name = compared(author.name);
  const site = hostOf(author.url) ?? hostOf(itemUrl);
  if (name && !NOBODY.has(name)) return within(site ? `${name} at ${site}` : name);
  return undefined;
}

function compared(words: string | undefined): string {
  return fold(words ?? '').trim();
}

function hostOf(url: string | null | undefined): string | undefined {
  const host = url && parseUrl(url)?.host;
  return host ? host.replace(/^www\./, '') : undefined;
}

/** A key of any length, still told apart from every other. */
function within(key: string): string {
  return key.length <= MAX_KEY_CHARS ? key : `${key.slice(0, MAX_KEY_CHARS - 65)} ${textHash(key)}`;
}

/** An author as they are kept; name, handle and address are from outside, not escaped. */
export type KnownAuthor = {
  id: number;
  network: string;
  name: string | null;
  handle: string | null;
  url: string | null;
  list: AuthorList | null;
  listedBy: string | null;
  listedAt: Date | null;
  /** People who are told when this author writes. */
  watchedBy: string[];
};

/** An author with what is known of them, as far as whoever reads it may know. */
export type WeighedAuthor = { author: KnownAuthor; facts: InfluenceFacts; influence: Influence };
