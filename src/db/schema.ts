import type { ColumnType, Generated, Kysely, Transaction as KyselyTransaction, Selectable } from 'kysely';
import type { BallotStatus, Choice, Vote } from '../domain/ballot.ts';
import type { EscalationLevel, RouteState } from '../domain/card.ts';
import type { Rung } from '../domain/escalation.ts';
import type { Author } from '../domain/item.ts';
import type { MentionEvent, MentionStatus } from '../domain/mention.ts';
import type {
  ApprovalPolicy,
  Approvers,
  Department,
  EscalationStep,
  FileSection,
  Goal,
  OfficeHours,
  RouteKind,
} from '../domain/settings.ts';

type Json<T> = ColumnType<T, string, string>;
type JsonWithDefault<T> = ColumnType<T, string | undefined, string>;
type At = ColumnType<Date, Date, Date>;
type AtWithDefault = ColumnType<Date, Date | undefined, Date>;
type MaybeAt = ColumnType<Date | null, Date | null | undefined, Date | null>;
type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>;

/** What every table of durable work carries: see `due.ts`. */
export type DueColumns = {
  /** When something is to be done; null when nothing is. */
  due_at: MaybeAt;
  lease_token: Maybe<string>;
  lease_until: MaybeAt;
  tries: Generated<number>;
  last_error: Maybe<string>;
  dead_at: MaybeAt;
};

export type TeamsTable = {
  id: string;
  name: string;
  /** Where Slack's links to messages begin, such as https://acme.slack.com/. */
  url: Generated<string>;
  timezone: Generated<string>;
  office_hours: ColumnType<OfficeHours | null, string | null | undefined, string | null>;
  holidays: JsonWithDefault<string[]>;
  managers: JsonWithDefault<string[]>;
  departments: JsonWithDefault<Department[]>;
  goals: JsonWithDefault<Goal[]>;
  approvals_channel: Maybe<string>;
  escalations_channel: Maybe<string>;
  /** Words that no reply may hold. */
  forbidden_words: JsonWithDefault<string[]>;
  /** The sections that community.yml manages: read-only in Slack. */
  file_sections: JsonWithDefault<FileSection[]>;
  /** Where the cards of a new watch go unless it says otherwise. */
  default_channel: Maybe<string>;
  /** When a manager was shown the three first steps. */
  greeted_at: MaybeAt;
  /** The next free place in the workspace's budget of message updates. */
  update_slot_at: MaybeAt;
  /** Slack asked for silence until then. */
  paused_until: MaybeAt;
  created_at: AtWithDefault;
};

export type ChannelsTable = {
  team_id: string;
  id: string;
  /** One post a second: the next moment this channel may get one. */
  next_post_at: MaybeAt;
  paused_reason: Maybe<string>;
  paused_at: MaybeAt;
  /** Whether only its members can read it; null while nobody asked Slack. */
  is_private: Maybe<boolean>;
};

export type PeopleTable = {
  team_id: string;
  id: string;
  name: string;
  is_admin: boolean;
  is_guest: boolean;
  is_bot: boolean;
  is_foreign: boolean;
  is_deleted: boolean;
  fetched_at: At;
  /** When this person got the one line of help that everybody gets once. */
  helped_at: MaybeAt;
  /** When this person's App Home was drawn because they opened it. */
  home_at: MaybeAt;
};

export type WatchesTable = {
  id: Generated<number>;
  team_id: string;
  name: string;
  /** Order of the watches: the first that matches is a mention's home. */
  position: number;
  channel_id: string;
  phrases_any: Json<string[]>;
  phrases_all: Json<string[]>;
  phrases_none: Json<string[]>;
  voices: Json<string[]>;
  approval: Json<ApprovalPolicy>;
  escalation: Json<EscalationStep[]>;
  /** Managed by community.yml: read-only in Slack. */
  from_file: boolean;
  paused_at: MaybeAt;
  paused_reason: Maybe<string>;
  created_at: AtWithDefault;
};

export type SourcesTable = DueColumns & {
  id: Generated<number>;
  team_id: string;
  network: string;
  source_key: string;
  settings: Json<Record<string, unknown>>;
  name: string;
  every_ms: number;
  backfill: Generated<number>;
  cursor: JsonWithDefault<Record<string, unknown>>;
  /** When the first poll succeeded: what was there then is the baseline. */
  baseline_at: MaybeAt;
  last_success_at: MaybeAt;
  /** Answered 410, or a manager stopped it. */
  stopped_at: MaybeAt;
};

export type WatchSourcesTable = { watch_id: number; source_id: number };

export type ItemsTable = {
  id: Generated<number>;
  team_id: string;
  network: string;
  external_id: string;
  source_id: Maybe<number>;
  url: Maybe<string>;
  canonical_url: Maybe<string>;
  title: Maybe<string>;
  text: string;
  text_hash: string;
  /** Hash of the text as stories are compared by it. */
  story_hash: Maybe<string>;
  author: JsonWithDefault<Author>;
  published_at: MaybeAt;
  seen_at: At;
  updated_at: MaybeAt;
};

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
  created_at: At;
};

export type MentionWatchesTable = { mention_id: number; watch_id: number };
export type SightingsTable = { item_id: number; mention_id: number };

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

/** A rung as JSON keeps it: its instant as text. */
export type KeptRung = Omit<Rung, 'calledAt'> & { calledAt: string | null };

export type EscalationsTable = DueColumns & {
  id: Generated<number>;
  team_id: string;
  mention_id: number;
  level: EscalationLevel;
  reason: string;
  escalated_by: string;
  escalated_at: At;
  acknowledged_by: Maybe<string>;
  acknowledged_at: MaybeAt;
  /** The highest rung of the ladder whose turn came. */
  rung: Generated<number>;
  /** The watch's ladder as it stood when help was called for, and what became of each rung. */
  ladder: JsonWithDefault<KeptRung[]>;
  closed_by: Maybe<string>;
  closed_at: MaybeAt;
  outcome: Maybe<string>;
};

/** One wake-up call a kind and mention: `nudge` for a claim that sleeps, `wake` for the end of a snooze. */
export type RemindersTable = DueColumns & {
  id: Generated<number>;
  team_id: string;
  mention_id: number;
  kind: 'nudge' | 'wake';
};

export type CrisesTable = {
  id: Generated<number>;
  team_id: string;
  watch_id: number;
  escalation_id: Maybe<number>;
  reason: string;
  began_by: string;
  began_at: At;
  ended_by: Maybe<string>;
  ended_at: MaybeAt;
  /** What the person who ended it said. */
  closing: Maybe<string>;
};

export type WishesTable = {
  id: Generated<number>;
  team_id: string;
  department: string;
  title: string;
  /** The title as it is compared: see `wishKey`. */
  folded: string;
  created_at: At;
};

/** Due when its date has passed and it is not done. */
export type RoutesTable = DueColumns & {
  id: Generated<number>;
  team_id: string;
  mention_id: number;
  wish_id: Maybe<number>;
  kind: RouteKind;
  department: string;
  channel_id: string;
  note: string;
  /** A date in the team's zone. */
  due_on: ColumnType<string | null, string | null | undefined, string | null>;
  routed_by: string;
  routed_at: At;
  state: RouteState;
  owner_id: Maybe<string>;
  accepted_at: MaybeAt;
  /** The last question that the department asked back, and what it was told. */
  question: Maybe<string>;
  question_by: Maybe<string>;
  explanation: Maybe<string>;
  explained_by: Maybe<string>;
  outcome: Maybe<string>;
  done_by: Maybe<string>;
  done_at: MaybeAt;
  /** When the author outside was told of the outcome. */
  told_at: MaybeAt;
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

export type PostingKind = 'card' | 'ballot' | 'escalation' | 'notice' | 'route' | 'crisis' | 'welcome';

export type PostingsTable = DueColumns & {
  id: Generated<number>;
  team_id: string;
  kind: PostingKind;
  /** What it is about; only a notice is about no mention. */
  mention_id: Maybe<number>;
  ballot_id: Maybe<number>;
  escalation_id: Maybe<number>;
  /** Of a call for help: the channel, the person or the user group that this posting calls. */
  called: Maybe<string>;
  route_id: Maybe<number>;
  crisis_id: Maybe<number>;
  /** The sentence of a notice. */
  notice: Maybe<string>;
  channel_id: string;
  message_ts: Maybe<string>;
  /** What Slack should show, and what it shows. */
  version: Generated<number>;
  drawn_version: Generated<number>;
  drawn_at: MaybeAt;
  /** A post was sent whose answer was not seen yet. */
  attempted_at: MaybeAt;
  posted_at: MaybeAt;
  /** Somebody deleted the message: it is not posted again. */
  removed_at: MaybeAt;
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

export type Database = {
  teams: TeamsTable;
  channels: ChannelsTable;
  people: PeopleTable;
  watches: WatchesTable;
  sources: SourcesTable;
  watch_sources: WatchSourcesTable;
  items: ItemsTable;
  mentions: MentionsTable;
  mention_watches: MentionWatchesTable;
  sightings: SightingsTable;
  drafts: DraftsTable;
  ballots: BallotsTable;
  votes: VotesTable;
  replies: RepliesTable;
  escalations: EscalationsTable;
  postings: PostingsTable;
  activity: ActivityTable;
  reminders: RemindersTable;
  crises: CrisesTable;
  wishes: WishesTable;
  routes: RoutesTable;
  answers: AnswersTable;
};

export type Db = Kysely<Database>;
/** A running transaction; what must be atomic demands one by type. */
export type Trx = KyselyTransaction<Database>;

export type PostingRow = Selectable<PostingsTable>;
export type SourceRow = Selectable<SourcesTable>;
export type WatchRow = Selectable<WatchesTable>;
export type TeamRow = Selectable<TeamsTable>;
export type ReplyRow = Selectable<RepliesTable>;
