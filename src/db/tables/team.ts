import type { ColumnType, Generated } from 'kysely';
import type { Department, FileSection, Goal, OfficeHours } from '../../domain/settings.ts';
import type { At, AtWithDefault, JsonWithDefault, Maybe, MaybeAt } from './columns.ts';

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
  /** Since when Porchlight is not installed there any more; null while it is. */
  gone_at: MaybeAt;
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

/** A form that was stored: its view and hash. */
export type SubmissionsTable = { team_id: string; form: string; at: At };

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
