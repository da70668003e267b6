export type FeedName = 'blog' | 'forum' | 'chatter' | 'news';
export type Language = 'en' | 'ja' | 'de' | 'es' | 'ar';

/** A text with its choices still open: `{a|b}` stands for one of them. */
export type Template = {
  title?: string;
  text: string;
  language?: Language;
  /** The same story a second time in another feed: by its link (with tracking parameters) or by its text. */
  again?: { feed: FeedName; by: 'link' | 'text' };
};

/** One thing somebody said on a demo site. */
export type Post = {
  id: string;
  feed: FeedName;
  language: Language;
  title?: string;
  /** Plain text; an empty line parts paragraphs. */
  text: string;
  author: string;
  publishedAt: Date;
  /** Path of its page, on the origin that serves the feed. */
  link: string;
};
