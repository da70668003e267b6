import type { Generated } from 'kysely';
import type { HomePicture } from '../../domain/home-picture.ts';
import type { KeptReport } from '../../domain/kept-report.ts';
import type { AuthorList, ScheduleKind } from '../../domain/knowing.ts';
import type { SummaryFacts } from '../../domain/summary.ts';
import type { At, DueColumns, Json, JsonOrNull, JsonWithDefault, Maybe, MaybeAt } from './columns.ts';

/** Who speaks outside, on one network. */
export type AuthorsTable = {
  id: Generated<number>;
  team_id: string;
  network: string;
  /** The handle, else the address, else the name, as they are compared. */
  author_key: string;
  name: Maybe<string>;
  handle: Maybe<string>;
  url: Maybe<string>;
  /** How many people they reach, as their network tells it. */
  reach: Maybe<number>;
  list: Maybe<AuthorList>;
  listed_by: Maybe<string>;
  listed_at: MaybeAt;
  /** People who are told when this author writes. */
  watched_by: JsonWithDefault<string[]>;
  first_seen_at: At;
  last_seen_at: At;
};

/** How many mentions count under a label of a measure, by team-local day: see `domain/tally.ts`. */
export type TalliesTable = {
  team_id: string;
  /** An ISO date in the team's zone. */
  day: string;
  watch_id: number;
  network: string;
  measure: string;
  label: string;
  count: number;
};

/** Due when its next summary is. */
export type SchedulesTable = DueColumns & {
  id: Generated<number>;
  team_id: string;
  kind: ScheduleKind;
  channel_id: string;
  /** Minutes after midnight in the team's zone. */
  at_minute: number;
  /** 1 (Monday) to 7 for what comes weekly. */
  weekday: Maybe<number>;
  paused_at: MaybeAt;
  paused_by: Maybe<string>;
  last_at: MaybeAt;
};

/** A summary as it was made: what it shows does not change any more. */
export type SummariesTable = {
  id: Generated<number>;
  team_id: string;
  /** What the clock posted, or a report that somebody had posted. */
  kind: ScheduleKind | 'report';
  channel_id: string;
  from_at: At;
  to_at: At;
  facts: Json<SummaryFacts | KeptReport>;
  made_at: At;
};

/** The picture of App Home: the one that is shown, and one that Slack is still taking in. */
export type PicturesTable = DueColumns & {
  id: Generated<number>;
  team_id: string;
  shown: JsonOrNull<HomePicture>;
  sent: JsonOrNull<HomePicture>;
};

/** Unusual volume of a watch, from its first sign until it is over. */
export type SpikesTable = {
  id: Generated<number>;
  team_id: string;
  watch_id: number;
  began_at: At;
  last_seen_at: At;
  ended_at: MaybeAt;
  count: number;
  expected: number;
};
