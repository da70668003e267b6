/** Who said it, as far as the network tells. */
export type Author = {
  name?: string;
  handle?: string;
  url?: string;
  /** How many people they reach: followers, subscribers, members. */
  reach?: number;
};

/** One thing said outside, as a network yields it: plain text, not yet cleaned. */
export type FetchedItem = {
  /** Opaque; unique within (team, network) and the same on every fetch. */
  externalId: string;
  url?: string;
  title?: string;
  /** Plain text: markup is already gone. */
  text: string;
  author?: Author;
  publishedAt?: Date;
  updatedAt?: Date;
  /** Answers, shares and likes together. */
  engagement?: number;
};
