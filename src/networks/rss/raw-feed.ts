/** A piece of text as a feed holds it; `unknown` is for formats that do not say which it is. */
export type Markup = { value: string; kind: 'html' | 'text' | 'unknown' };

export type RawAuthor = { name?: string; url?: string };

/** What both libraries are read into: one entry, with its markup still in it. */
export type MarkedEntry = {
  id?: string;
  /** Addresses of the entry, the best first; relative ones are as they were. */
  links: string[];
  /** xml:base of the entry. */
  base?: string;
  title?: Markup;
  /** Every text that tells the entry: its content, its description. */
  texts: Markup[];
  authors: RawAuthor[];
  published?: string;
  updated?: string;
  /** How many answers it has, as the feed tells. */
  comments?: number;
};

export type MarkedFeed = {
  title?: Markup;
  /** xml:base of the feed. */
  base?: string;
  /** The web page of the feed. */
  link?: string;
  ttlMinutes?: number;
  authors: RawAuthor[];
  entries: MarkedEntry[];
};

/** An entry as it leaves the worker: plain text, dates and links not yet understood. */
export type RawEntry = Omit<MarkedEntry, 'title' | 'texts'> & { title?: string; text: string };
export type RawFeed = Omit<MarkedFeed, 'title' | 'entries'> & { title?: string; entries: RawEntry[] };

/** What the worker is asked. rss-parser can be kept out: some texts hold it up for minutes. */
export type ReadRequest = { text: string; byFeedsmithOnly: boolean };

/** What the worker answers: the feed, or what the libraries said against it. */
export type ReadAnswer = { feed: RawFeed } | { fault: string };
