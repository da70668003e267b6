import type { ColumnType, Generated } from 'kysely';
import type { BallotStatus, Choice, Vote } from '../../domain/ballot.ts';
import type { MentionEvent } from '../../domain/mention.ts';
import type { Approvers } from '../../domain/settings.ts';
import type { At, DueColumns, Json, JsonWithDefault, Maybe, MaybeAt } from './columns.ts';

export type DraftsTable = {
  id: Generated<number>;
  team_id: string;
  mention_id: number;
  revision: number;
  text: string;
  text_hash: string;
  writer_id: string;
  /** The hash of the mention's words when it was written. */
  original_hash: Maybe<string>;
  created_at: At;
};

export type BallotsTable = DueColumns & {
  id: Generated<number>;
  team_id: string;
  mention_id: number;
  draft_id: number;
  writer_id: string;
  text_hash: string;
  status: BallotStatus;
  votes_needed: number;
  objections_needed: number;
  approvers: Json<Approvers>;
  opened_at: At;
  closes_at: At;
  decided_at: MaybeAt;
  /** People who were told privately that their vote does not count. */
  told: JsonWithDefault<string[]>;
  /** Why it asks for more than the watch's rule, a sentence each. */
  reasons: JsonWithDefault<string[]>;
  /** User groups, each with a member among the approvals. */
  required_groups: JsonWithDefault<string[]>;
  /** A manager decided without the votes, and why. */
  decided_by: Maybe<string>;
  decision_reason: Maybe<string>;
  /** What happened to the mention that left its votes without a text. */
  voided_by: Maybe<MentionEvent>;
  /** Grows with every hint that the votes changed; a recount that saw an older number is due again. */
  marks: Generated<number>;
};

export type VotesTable = { ballot_id: number; voter_id: string; path: Vote['path']; choice: Choice; at: At };

export type ReplyState = 'held' | 'returned' | 'unknown' | 'posted';

export type RepliesTable = DueColumns & {
  id: Generated<number>;
  team_id: string;
  mention_id: number;
  draft_id: number;
  text_hash: string;
  state: ReplyState;
  held_by: string;
  held_until: At;
  posted_by: Maybe<string>;
  posted_at: MaybeAt;
  url: Maybe<string>;
};

/** Due when its review is: then its owner is told once. */
export type AnswersTable = DueColumns & {
  id: Generated<number>;
  team_id: string;
  title: string;
  text: string;
  /** Two living answers of a team never have the same: see `answerKey`. */
  text_key: string;
  owner_id: string;
  /** A date in the team's zone. */
  review_on: ColumnType<string, string, string>;
  reply_id: Maybe<number>;
  kept_by: string;
  kept_at: At;
  retired_at: MaybeAt;
  words: ColumnType<string, never, never>;
};
