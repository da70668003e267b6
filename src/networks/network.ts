import type { z } from 'zod';
import type { FetchedItem } from '../domain/item.ts';
import type { Http } from './http.ts';

/** What a network remembers between two polls of one source; plain JSON, opaque to everybody else. */
export type Cursor = Record<string, unknown>;

/** What a poll brought. `nextPollAfterMs` is the network's wish and only ever lengthens the pause. */
export type Polled = {
  items: FetchedItem[];
  cursor: Cursor;
  /** What the source calls itself (a feed's title). */
  title?: string;
  nextPollAfterMs?: number;
  /** Where the source says it has moved for good. */
  movedTo?: string;
};

/**
 * A place where people talk. `poll` is the only duty; a network that can carry answers adds `reply`.
 * A `Network` without its settings' type is any of them: give it only what its own `settings` has parsed.
 */
export type Network<Settings = unknown> = {
  /** The word in settings and in SQL, such as 'rss'. */
  name: string;
  /** The word on a card, such as 'Bluesky'. */
  label: string;
  /** Sources have names of their own that say more than the label: a blog, a forum. */
  sourcesHaveNames?: boolean;
  /** Checks the keys a person may write under a source of this network. */
  settings: z.ZodType<Settings>;
  /** Two settings that fetch the same thing have the same key. */
  sourceKey(settings: Settings): string;
  /** The host that is asked, for politeness; absent when nothing is fetched. */
  host(settings: Settings): string | undefined;
  /** Longest reply the network takes, in characters; absent when it has no limit of its own. */
  maxReplyChars?: number;
  /** Newest items first or last, as they come. @throws SourceError for what the outside did wrong. */
  poll(settings: Settings, cursor: Cursor, http: Http): Promise<Polled>;
  /**
   * For what a person typed: the settings of the source it leads to, such as the feed that a web page names, and what
   * that calls itself. Absent where people type no addresses. @throws SourceError when it leads to none.
   */
  discover?(settings: Settings, http: Http): Promise<{ settings: Settings; title: string | undefined }>;
  /** The place of network APIs: sends `text` once. Absent: replies are posted by hand. */
  reply?(settings: Settings, parent: { externalId: string; url?: string }, text: string): Promise<{ url: string }>;
};

/** Why a poll brought nothing, in a sentence for a person. */
export class SourceError extends Error {
  override name = 'SourceError';
  constructor(
    message: string,
    readonly facts: {
      /** Ask again no sooner than this (Retry-After), in milliseconds. */
      retryAfterMs?: number;
      /** The host as a whole is unwell (429, 5xx, no connection): not the source's own fault. */
      hostUnwell?: boolean;
      /** 410: the source is over. */
      gone?: boolean;
      /** What the host answered, when it answered with an error. */
      status?: number;
    } = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
