import type { WeighedAuthor } from './author.ts';
import { type AskedPeriod, type MisreadReport, parseAsked } from './report-asked.ts';

/** What somebody asked for behind `/community influencers`; without a period, the last days. */
export type AskedInfluencers = { period: AskedPeriod | null; watch: string | null };

/** How many days count where nobody named a period. */
export const RECENT_DAYS = 90;

/** A page of those who spoke of us in a period, the weightiest first; the first page is 0. */
export type InfluencersPage = {
  asked: AskedInfluencers;
  page: number;
  /** Where the page begins among all of them. */
  offset: number;
  total: number;
  lines: (WeighedAuthor & { networkLabel: string })[];
  /** Mentions of these days that do not tell who wrote them. */
  anonymous: number;
  /** The days that count; null for the last `RECENT_DAYS`. */
  days: { first: string; last: string } | null;
  now: Date;
  timezone: string;
};

/** `month "Acme Cloud"`, in any order. Pure. */
export function parseInfluencers(text: string): AskedInfluencers | MisreadReport {
  const asked = parseAsked(text);
  if ('misread' in asked) return asked;
  return asked.by ? { misread: 'by_what', word: asked.by } : { period: asked.period, watch: asked.watch };
}
