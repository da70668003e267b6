import { createHash } from 'node:crypto';
import normalizeUrl from 'normalize-url';
import { z } from 'zod';
import { parseUrl } from '../../domain/parse-url.ts';

export type FeedSettings = { url: string };

/** What a person writes for a feed: its http or https address. */
export const feedSettings: z.ZodType<FeedSettings> = z.strictObject({
  url: z
    .string({ error: 'a feed needs its address, such as "https://blog.example.com/feed.xml"' })
    .trim()
    .max(2000, 'the address of a feed has at most 2,000 characters')
    .refine(isWebAddress, 'the address of a feed begins with http:// or https://')
    .refine(hasNoUser, 'the address of a feed carries no user name or password'),
});

/** One key for the ways to write one address: case of the host, default port, fragment, order of the query. */
export function feedKey({ url }: FeedSettings): string {
  return normalizeUrl(url, {
    stripWWW: false,
    stripHash: true,
    removeQueryParameters: false,
    removeTrailingSlash: false,
    removeSingleSlash: false,
    sortQueryParameters: true,
  });
}

/** Makes ids of this one feed unique among all feeds. */
export function externalIds(settings: FeedSettings): (id: string) => string {
  const feed = createHash('sha256').update(feedKey(settings)).digest('hex').slice(0, 16);
  return (id) => `${feed}:${id}`;
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && parseUrl(text) !== undefined;
}

function hasNoUser(text: string): boolean {
  const url = parseUrl(text);
  return !url || (url.username === '' && url.password === '');
}
