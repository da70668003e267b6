import type { EscalationLevel } from './card.ts';
import type { InfluencerSummaryFacts } from './influence.ts';
import type { Tone } from './judgement.ts';
import type { ScheduleKind } from './knowing.ts';
import type { MentionLine } from './overview.ts';
import type { ToneCounts } from './tone-balance.ts';

// What a summary shows is kept as it was: plain data that survives JSON. Instants are ISO 8601.

/** A mention as a summary names it. */
export type SummaryLine = Omit<MentionLine, 'at' | 'snoozedUntil' | 'snoozedUntilReply'> & {
  at: string;
  tone: Tone | null;
};

/** The beginning of a list, and how long it is. */
export type Listed<T> = { total: number; lines: T[] };

/** What the numbers do not hold, so that nobody reads more out of them than there is. */
export type LeftOut = {
  /** Watches in private channels that the summary's channel may not see. */
  privateWatches: number;
  /** Found by the first look at a new source. */
  backfilled: number;
  /** Of those counted: tone not clear, and tone not judged. */
  unclear: number;
  unjudged: number;
};

type Period = { from: string; to: string; timezone: string; leftOut: LeftOut };

/** How much was said, beside what is usual there at these hours; null while there is too little of a past. */
export type Volume = { watch: string; count: number; usual: number | null; isUnusual: boolean };

export type BriefFacts = Period & {
  kind: 'brief';
  mentions: number;
  tone: ToneCounts;
  volumes: Volume[];
  worst: SummaryLine[];
  /** By people whose word is heard, with what makes it so. */
  weighty: (SummaryLine & { says: string })[];
  unclaimed: Listed<SummaryLine>;
  overdue: Listed<SummaryLine>;
  calls: Listed<{ level: EscalationLevel; reason: string; by: string; at: string; line: SummaryLine }>;
  ballots: Listed<{ line: SummaryLine; closesAt: string }>;
  /** Sources that failed, stopped or fell silent. */
  silent: Listed<{ name: string; since: string | null }>;
  /** What could not be done five times over. */
  dead: number;
};

/** What one watch, network or stretch of time sounds like, and did before. */
export type ToneRow = { name: string; tone: ToneCounts; before: ToneCounts };

export type SentimentFacts = Period & {
  kind: 'sentiment_daily' | 'sentiment_weekly';
  /** Where the time that is compared with begins; it ends at `from`. */
  beforeFrom: string;
  tone: ToneCounts;
  before: ToneCounts;
  /** Those that moved the balance, the strongest first. */
  movers: SummaryLine[];
  byWatch: ToneRow[];
  byNetwork: ToneRow[];
  /** Equal stretches of the period, oldest first; `name` is short and unique. */
  stretches: { name: string; tone: ToneCounts }[];
};

export type InfluencersFacts = { kind: 'influencers'; leftOut: LeftOut } & InfluencerSummaryFacts;

export type SpikeFacts = Period & {
  kind: 'spike';
  watch: string;
  minutes: number;
  count: number;
  /** Null where the watch has too little of a past. */
  expected: number | null;
  /** What people talk about, the most telling word first. */
  words: string[];
  tone: ToneCounts;
  /** How many wrote these mentions; of some nobody knows. */
  authors: number;
  networks: { name: string; count: number }[];
  top: SummaryLine[];
};

/** Everything that a summary shows, by its kind; drawing it asks nobody. */
export type SummaryFacts = BriefFacts | SentimentFacts | InfluencersFacts | SpikeFacts;

/** A summary's kind in a list of them: what a team can set about it. */
export type ScheduleFacts = {
  kind: ScheduleKind;
  channelId: string;
  atMinute: number;
  weekday: number | null;
  isPaused: boolean;
  /** When it comes next; null while it is paused, and for what has no hour. */
  nextAt: Date | null;
  stamp: string;
};

export const NOTHING_LEFT_OUT: LeftOut = { privateWatches: 0, backfilled: 0, unclear: 0, unjudged: 0 };
