import type { Kysely, Transaction as KyselyTransaction, Selectable } from 'kysely';
import type { CrisesTable, EscalationsTable, RoutesTable, WishesTable } from './tables/help.ts';
import type {
  AuthorsTable,
  PicturesTable,
  SchedulesTable,
  SpikesTable,
  SummariesTable,
  TalliesTable,
} from './tables/knowing.ts';
import type { ItemsTable, SourcesTable, WatchesTable, WatchSourcesTable } from './tables/listening.ts';
import type {
  ActivityTable,
  MentionsTable,
  MentionWatchesTable,
  RemindersTable,
  SightingsTable,
} from './tables/mention.ts';
import type { PostingsTable } from './tables/posting.ts';
import type { AnswersTable, BallotsTable, DraftsTable, RepliesTable, VotesTable } from './tables/reply.ts';
import type { ChannelsTable, PeopleTable, SubmissionsTable, TeamsTable } from './tables/team.ts';

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
  authors: AuthorsTable;
  tallies: TalliesTable;
  schedules: SchedulesTable;
  summaries: SummariesTable;
  spikes: SpikesTable;
  pictures: PicturesTable;
  submissions: SubmissionsTable;
};

export type Db = Kysely<Database>;
/** A running transaction; what must be atomic demands one by type. */
export type Trx = KyselyTransaction<Database>;

export type PostingRow = Selectable<PostingsTable>;
export type SourceRow = Selectable<SourcesTable>;
export type WatchRow = Selectable<WatchesTable>;
export type TeamRow = Selectable<TeamsTable>;
export type ReplyRow = Selectable<RepliesTable>;
