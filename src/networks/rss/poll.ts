import { z } from 'zod';
import type { Http, HttpAnswer } from '../http.ts';
import type { Cursor, Polled } from '../network.ts';
import { keepKnownIds } from './known-ids.ts';
import { nextPollAfterMs } from './next-poll.ts';
import { parseFeed } from './parse-feed.ts';
import { externalIds, type FeedSettings } from './settings.ts';

const accept =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5';

/** A validator that can be sent back as a header. */
const validator = z
  .string()
  .max(1000)
  .regex(/^[\x20-\x7e]+$/)
  .optional()
  .catch(undefined);

const feedCursor = z.object({
  etag: validator,
  lastModified: validator,
  ttlMs: z.number().optional().catch(undefined),
  /** Of the last visit; see keepKnownIds. */
  known: z.record(z.string(), z.string()).catch({}),
});

/** Asks whether the feed has changed, and reads it if it has. @throws SourceError */
export async function pollFeed(settings: FeedSettings, cursor: Cursor, http: Http): Promise<Polled> {
  const { etag, lastModified, ttlMs, known } = feedCursor.parse(cursor);
  const answer = await http.get(settings.url, {
    headers: {
      accept,
      ...(etag && { 'if-none-match': etag }),
      ...(lastModified && { 'if-modified-since': lastModified }),
    },
  });
  const { 'cache-control': cacheControl } = answer.headers;
  const { movedTo } = answer;
  if (answer.status === 304)
    return { items: [], cursor, movedTo, nextPollAfterMs: nextPollAfterMs(ttlMs, cacheControl) };
  const feed = await parseFeed(answer.body, { contentType: answer.headers['content-type'], url: answer.url });
  const kept = keepKnownIds(feed.items, known);
  const externalId = externalIds(settings);
  return {
    items: kept.items.map(({ id, ...item }) => ({ externalId: externalId(id), ...item })),
    cursor: { ...validatorsOf(answer), ttlMs: feed.ttlMs, known: kept.known },
    title: feed.title,
    movedTo,
    nextPollAfterMs: nextPollAfterMs(feed.ttlMs, cacheControl),
  };
}

function validatorsOf({ headers }: HttpAnswer): Cursor {
  return { etag: validator.parse(headers.etag), lastModified: validator.parse(headers['last-modified']) };
}
