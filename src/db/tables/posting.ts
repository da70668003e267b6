import type { Generated } from 'kysely';
import type { DueColumns, Maybe, MaybeAt } from './columns.ts';

export type PostingKind = 'card' | 'ballot' | 'escalation' | 'notice' | 'route' | 'crisis' | 'welcome' | 'summary';

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
  summary_id: Maybe<number>;
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
