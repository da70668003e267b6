import type { NewItem } from '../db/items.ts';
import { canonicalUrl } from '../domain/canonical-url.ts';
import type { Author, FetchedItem } from '../domain/item.ts';
import { storyHash } from '../domain/story.ts';
import { cleanText, clip, textHash } from '../domain/text.ts';
import { webUrl } from '../domain/web-url.ts';

const MAX_TITLE_CHARS = 500;
const MAX_TEXT_CHARS = 20_000;
const MAX_NAME_CHARS = 100;
/** The database keeps no index entry beyond 2,700 bytes. Longer addresses are shown, but tell no story. */
const MAX_ID_CHARS = 200;
const MAX_KEY_CHARS = 1_000;
/** A Postgres integer. */
const MAX_COUNT = 2_147_483_647;

/** The one door for words from outside: cleaned, cut to size, with the keys by which stories are compared. Pure. */
export function cleanItem(item: FetchedItem, origin: { network: string; sourceId: number | null }): NewItem {
  const title = item.title === undefined ? null : clip(cleanText(item.title), MAX_TITLE_CHARS) || null;
  const text = clip(cleanText(item.text), MAX_TEXT_CHARS);
  const url = (item.url && webUrl(item.url)) || null;
  return {
    network: origin.network,
    externalId: shortId(cleanText(item.externalId)),
    sourceId: origin.sourceId,
    url,
    canonicalUrl: (url && url.length <= MAX_KEY_CHARS && canonicalUrl(url)) || null,
    title,
    text,
    textHash: textHash(`${title ?? ''}\n${text}`),
    storyHash: storyHash(text) ?? null,
    author: cleanAuthor(item.author ?? {}),
    publishedAt: item.publishedAt ?? null,
    updatedAt: item.updatedAt ?? null,
    engagement: howMany(item.engagement) ?? null,
  };
}

/** An id of any length, still told apart from every other. */
function shortId(id: string): string {
  return id.length <= MAX_ID_CHARS ? id : `${id.slice(0, MAX_ID_CHARS - 65)} ${textHash(id)}`;
}

function cleanAuthor(author: Author): Author {
  const name = clip(cleanText(author.name ?? ''), MAX_NAME_CHARS);
  const handle = clip(cleanText(author.handle ?? ''), MAX_NAME_CHARS);
  const url = author.url && webUrl(author.url);
  const reach = howMany(author.reach);
  return {
    ...(name && { name }),
    ...(handle && { handle }),
    ...(url && { url }),
    ...(reach !== undefined && { reach }),
  };
}

/** A count as the database keeps it; undefined for what is none. */
function howMany(told: number | undefined): number | undefined {
  return told !== undefined && told >= 0 ? Math.min(Math.floor(told), MAX_COUNT) : undefined;
}
