import type { ColumnType, Generated } from 'kysely';
import type { Kind, Tone } from '../../domain/judgement.ts';
import type { MentionStatus } from '../../domain/mention.ts';
import type { At, DueColumns, JsonWithDefault, Maybe, MaybeAt } from './columns.ts';

/** What a mention counts as, as JSON keeps it: each key is its measure, a colon and its label. */
export type KeptTally = { day: string; watch: number; network: string; keys: string[] };

export type MentionsTable = {
  id: Generated<number>;
  team_id: string;
  item_id: number;
  watch_id: number;
  status: MentionStatus;
  version: Generated<number>;
  claimant_id: Maybe<string>;
  claimed_at: MaybeAt;
  /** The first claim of all: response times read it, a release does not clear it. */
  first_claimed_at: MaybeAt;
  answered_by: Maybe<string>;
  answered_at: MaybeAt;
  dismissed_by: Maybe<string>;
  dismissed_reason: Maybe<string>;
  /** Who handed it to its present claimant; they may take it back. */
  handed_by: Maybe<string>;
  snoozed_by: Maybe<string>;
  snoozed_until: MaybeAt;
  snoozed_until_reply: Generated<boolean>;
  first_posted_at: MaybeAt;
  backfilled: boolean;
  /** Null until it was judged. */
  tone: Maybe<Tone>;
  /** What the model said, -1 to 1, also where a person said otherwise. */
  tone_score: Maybe<number>;
  /** Who corrected the tone. */
  tone_by: Maybe<string>;
  kind: Maybe<Kind>;
  /** The rule or the person's word that made it so. */
  kind_reason: Maybe<string>;
  kind_by: Maybe<string>;
  language: Maybe<string>;
  /** The name of the model that judged. */
  judged_by: Maybe<string>;
  /** What it counts as in the tallies at present; null before it was counted. */
  tallied: ColumnType<KeptTally | null, string | undefined, never>;
  created_at: At;
};

export type MentionWatchesTable = { mention_id: number; watch_id: number };
export type SightingsTable = { item_id: number; mention_id: number };

/**
 * One wake-up call a kind and mention: `nudge` for a claim that sleeps, `wake` for the end of a snooze, `heard` to tell
 * those who watch its author.
 */
export type RemindersTable = DueColumns & {
  id: Generated<number>;
  team_id: string;
  mention_id: number;
  kind: 'nudge' | 'wake' | 'heard';
};

export type ActivityTable = {
  id: Generated<string>;
  team_id: string;
  mention_id: Maybe<number>;
  person_id: Maybe<string>;
  act: string;
  detail: JsonWithDefault<Record<string, unknown>>;
  at: At;
};
