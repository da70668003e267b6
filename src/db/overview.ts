import { sql } from 'kysely';
import { OPEN_STATUSES } from '../domain/mention.ts';
import type { HomeFacts, MentionLine } from '../domain/overview.ts';
import { clip } from '../domain/text.ts';
import { messageLink, type NetworkFacts } from './cards.ts';
import type { Db } from './schema.ts';

const WORDS_CHARS = 120;

/** Mentions as lines, of watches whose channel the reader is in. */
export function mentionLines(db: Db, teamId: string, channels: string[]) {
  return db
    .selectFrom('mentions')
    .innerJoin('items', 'items.id', 'mentions.item_id')
    .innerJoin('watches', 'watches.id', 'mentions.watch_id')
    .innerJoin('teams', 'teams.id', 'mentions.team_id')
    .leftJoin('sources', 'sources.id', 'items.source_id')
    .leftJoin('postings', (join) =>
      join
        .onRef('postings.mention_id', '=', 'mentions.id')
        .on('postings.kind', '=', 'card')
        .on('postings.removed_at', 'is', null),
    )
    .where('mentions.team_id', '=', teamId)
    .where('watches.channel_id', 'in', channels.length ? channels : [''])
    .select([
      'mentions.id',
      'mentions.status',
      'mentions.claimant_id',
      'mentions.snoozed_until',
      'mentions.snoozed_until_reply',
      'items.network',
      'items.author',
      'items.title',
      'items.text',
      'watches.name as watch',
      'sources.name as source',
      'teams.url as team_url',
      'postings.channel_id',
      'postings.message_ts',
    ])
    .select(sql<Date>`coalesce(mentions.first_posted_at, mentions.created_at)`.as('at'));
}

type LineRow = Awaited<ReturnType<ReturnType<typeof mentionLines>['execute']>>[number];

/** The bridge between a row of `mentionLines` and the domain. */
export function rowToLine(row: LineRow, networks: NetworkFacts): MentionLine {
  return {
    id: row.id,
    status: row.status,
    networkLabel: networks.label(row.network, row.source),
    authorName: row.author.name ?? row.author.handle ?? null,
    words: clip((row.title ?? row.text).replaceAll(/\s+/g, ' '), WORDS_CHARS),
    watch: row.watch,
    claimantId: row.claimant_id,
    snoozedUntil: row.snoozed_until,
    snoozedUntilReply: row.snoozed_until_reply,
    at: row.at,
    cardLink: row.channel_id && row.message_ts ? messageLink(row.team_url, row.channel_id, row.message_ts) : null,
  };
}

/** Whether a mention is set aside for now. */
export const RESTS = sql<boolean>`(mentions.snoozed_until is not null or mentions.snoozed_until_reply)`;

/** One person's claims that are still open, the oldest first, what rests last. */
export async function listClaims(
  db: Db,
  teamId: string,
  personId: string,
  channels: string[],
  networks: NetworkFacts,
): Promise<MentionLine[]> {
  const rows = await mentionLines(db, teamId, channels)
    .where('mentions.status', 'in', OPEN_STATUSES)
    .where('mentions.claimant_id', '=', personId)
    .orderBy(RESTS)
    .orderBy('mentions.claimed_at')
    .limit(100)
    .execute();
  return rows.map((row) => rowToLine(row, networks));
}

/** Open ballots on drafts that others wrote and this person has not voted on, the soonest to close first. */
export async function listOpenBallots(
  db: Db,
  teamId: string,
  personId: string,
  channels: string[],
  networks: NetworkFacts,
): Promise<(HomeFacts['toVote'][number] & { ballotId: number })[]> {
  const rows = await mentionLines(db, teamId, channels)
    .innerJoin('ballots', 'ballots.mention_id', 'mentions.id')
    .leftJoin('postings as places', 'places.ballot_id', 'ballots.id')
    .select(['ballots.id as ballot_id', 'ballots.writer_id', 'ballots.closes_at'])
    .select(['places.channel_id as place_channel', 'places.message_ts as place_ts'])
    .where('ballots.status', '=', 'open')
    .where('ballots.writer_id', '<>', personId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('votes')
            .select('voter_id')
            .whereRef('votes.ballot_id', '=', 'ballots.id')
            .where('voter_id', '=', personId),
        ),
      ),
    )
    .orderBy('ballots.closes_at')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    ballotId: row.ballot_id,
    line: rowToLine(row, networks),
    writerId: row.writer_id,
    closesAt: row.closes_at,
    link: row.place_channel && row.place_ts ? messageLink(row.team_url, row.place_channel, row.place_ts) : null,
  }));
}

/** How many mentions nobody has yet, of those that do not rest. */
export async function countUnclaimed(db: Db, teamId: string, channels: string[]): Promise<number> {
  const { total } = await mentionLines(db, teamId, channels)
    .where('mentions.status', '=', 'new')
    .where(({ not }) => not(RESTS))
    .clearSelect()
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  return total;
}
