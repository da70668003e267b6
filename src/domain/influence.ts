import type { AuthorList } from './knowing.ts';

/** How an author stands to us: somebody whose word is heard, somebody we have met, somebody who spoke for the first time. */
export const STANDINGS = ['of_weight', 'known', 'new'] as const;
export type Standing = (typeof STANDINGS)[number];

/** An author as a list or a summary names them: plain data that survives JSON. What is from outside is not escaped. */
export type AuthorLine = {
  authorId: number;
  /** Name, else handle; from outside. */
  name: string;
  networkLabel: string;
  url: string | null;
  list: AuthorList | null;
  /** 0 to 100. */
  score: number;
  standing: Standing;
  /** What explains the score, without the name: "12,400 followers, spoke of us 5 times since October, mostly negative". */
  says: string;
};

/** Where an author's tone leans. */
export type Leaning = 'negative' | 'mixed' | 'positive';

/** What the weekly influencer summary shows; each list is short, the weightiest first. Instants are ISO 8601. */
export type InfluencerSummaryFacts = {
  from: string;
  to: string;
  timezone: string;
  /** How many known authors spoke, and how many mentions do not tell who wrote them. */
  authors: number;
  anonymous: number;
  /** Spoke of us for the first time. */
  newcomers: AuthorLine[];
  /** Spoke clearly more often than in as many days before. */
  rising: (AuthorLine & { times: number; timesBefore: number })[];
  /** Whose tone leans to the other side than before. */
  turned: (AuthorLine & { was: Leaning; is: Leaning })[];
  /** Whose mentions of these days nobody answered or set aside: the oldest of them. */
  unanswered: (AuthorLine & { open: number; watch: string; words: string; since: string; cardLink: string | null })[];
  /** Who of us replied, most first. */
  voices: { personId: string; replies: number }[];
  /** An employee who claims or drafts, and is no voice yet; null where there is none. */
  invited: string | null;
};
