import type { Generated } from 'kysely';
import type { Author } from '../../domain/item.ts';
import type { ApprovalPolicy, EscalationStep } from '../../domain/settings.ts';
import type { At, AtWithDefault, DueColumns, Json, JsonWithDefault, Maybe, MaybeAt } from './columns.ts';

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
  author_id: Maybe<number>;
  /** Answers, shares and likes, as the network tells them; null when it does not. */
  engagement: Maybe<number>;
  published_at: MaybeAt;
  seen_at: At;
  updated_at: MaybeAt;
};
