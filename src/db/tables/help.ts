import type { ColumnType, Generated } from 'kysely';
import type { EscalationLevel, RouteState } from '../../domain/card.ts';
import type { Rung } from '../../domain/escalation.ts';
import type { RouteKind } from '../../domain/settings.ts';
import type { At, DueColumns, JsonWithDefault, Maybe, MaybeAt } from './columns.ts';

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
