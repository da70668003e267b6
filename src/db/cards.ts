import type { Selectable } from 'kysely';
import { type Tally, tally } from '../domain/ballot.ts';
import type { BallotFacts, CardFacts, EscalationFacts, ReplyFacts, Sighting } from '../domain/card.ts';
import { listVotes } from './ballots.ts';
import { runningCrisis } from './crises.ts';
import { findDraft, findNewestDraft } from './drafts.ts';
import { rowToEscalation } from './escalations.ts';
import { weighAuthorOf } from './influence.ts';
import { rowToJudgement } from './judgements.ts';
import { rowToMention } from './mentions.ts';
import { listRoutes } from './routes.ts';
import type { Db } from './schema.ts';
import type { PostingKind } from './tables/posting.ts';
import type { BallotsTable } from './tables/reply.ts';

/** What only the networks know: their words and limits. */
export type NetworkFacts = {
  /** The word for where it was said; `source` is the name of the feed or account, if any. */
  label(network: string, source: string | null): string;
  maxReplyChars(network: string): number;
};

/** Everything there is to show of one mention; undefined when the team has no such mention. */
export async function findCardFacts(
  db: Db,
  teamId: string,
  mentionId: number,
  networks: NetworkFacts,
): Promise<CardFacts | undefined> {
  const base = await findBase(db, teamId, mentionId);
  if (!base) return undefined;
  const { mention, item, team } = base;
  const draft = (await findNewestDraft(db, mentionId)) ?? null;
  return {
    mention: rowToMention(mention),
    networkLabel: networks.label(item.network, item.source),
    title: item.title,
    text: item.text,
    url: item.url,
    author: item.author,
    weighed: await weighAuthorOf(db, teamId, mention, item.author_id),
    publishedAt: item.published_at,
    judgement: rowToJudgement(mention),
    ...(await watchNames(db, mentionId, mention.watch_id)),
    sightings: await listSightings(db, mentionId, networks),
    maxReplyChars: networks.maxReplyChars(item.network),
    draft,
    ballot: draft && (await findBallotOn(db, draft.id, team.url)),
    reply: await findNewestReply(db, mentionId),
    escalations: await listEscalations(db, mentionId),
    crisis: (await runningCrisis(db, mention.watch_id)) ?? null,
    routes: await listRoutes(db, mentionId, (channel, ts) => messageLink(team.url, channel, ts)),
    cardLink: await findLink(db, team.url, 'card', mentionId),
    timezone: team.timezone,
  };
}

async function findBase(db: Db, teamId: string, mentionId: number) {
  const mention = await db
    .selectFrom('mentions')
    .selectAll()
    .where('team_id', '=', teamId)
    .where('id', '=', mentionId)
    .executeTakeFirst();
  if (!mention) return undefined;
  const item = await db
    .selectFrom('items')
    .leftJoin('sources', 'sources.id', 'items.source_id')
    .selectAll('items')
    .select('sources.name as source')
    .where('items.id', '=', mention.item_id)
    .executeTakeFirstOrThrow();
  const team = await db.selectFrom('teams').selectAll().where('id', '=', teamId).executeTakeFirstOrThrow();
  return { mention, item, team };
}

async function watchNames(
  db: Db,
  mentionId: number,
  homeId: number,
): Promise<Pick<CardFacts, 'watch' | 'otherWatches'>> {
  const watches = await db
    .selectFrom('watches')
    .innerJoin('mention_watches', 'mention_watches.watch_id', 'watches.id')
    .select(['watches.id', 'watches.name'])
    .where('mention_watches.mention_id', '=', mentionId)
    .orderBy('watches.position')
    .execute();
  return {
    watch: watches.find((watch) => watch.id === homeId)?.name ?? '',
    otherWatches: watches.filter((watch) => watch.id !== homeId).map((watch) => watch.name),
  };
}

async function listSightings(db: Db, mentionId: number, networks: NetworkFacts): Promise<Sighting[]> {
  const rows = await db
    .selectFrom('sightings')
    .innerJoin('items', 'items.id', 'sightings.item_id')
    .leftJoin('sources', 'sources.id', 'items.source_id')
    .select(['items.network', 'items.url', 'sources.name as source'])
    .where('sightings.mention_id', '=', mentionId)
    .orderBy('items.id')
    .execute();
  return rows.map((row) => ({
    network: row.network,
    networkLabel: networks.label(row.network, row.source),
    url: row.url,
  }));
}

/** The same facts with this ballot and the revision it votes on, which need not be the newest. */
export async function withBallot(db: Db, facts: CardFacts, ballotId: number): Promise<CardFacts> {
  const row = await db.selectFrom('ballots').selectAll().where('id', '=', ballotId).executeTakeFirstOrThrow();
  const draft = (await findDraft(db, row.draft_id)) ?? null;
  return { ...facts, draft, ballot: await ballotFacts(db, row, null) };
}

async function findBallotOn(db: Db, draftId: number, teamUrl: string): Promise<BallotFacts | null> {
  const row = await db.selectFrom('ballots').selectAll().where('draft_id', '=', draftId).executeTakeFirst();
  return row ? ballotFacts(db, row, await findLink(db, teamUrl, 'ballot', row.id)) : null;
}

async function ballotFacts(db: Db, row: Selectable<BallotsTable>, link: string | null): Promise<BallotFacts> {
  return {
    id: row.id,
    status: row.status,
    counted: await countVotes(db, row.id),
    votesNeeded: row.votes_needed,
    objectionsNeeded: row.objections_needed,
    requiredGroups: row.required_groups,
    reasons: row.reasons,
    openedAt: row.opened_at,
    closesAt: row.closes_at,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
    decisionReason: row.decision_reason,
    voidedBy: row.voided_by,
    link,
  };
}

async function countVotes(db: Db, ballotId: number): Promise<Tally> {
  return tally(await listVotes(db, ballotId));
}

async function findNewestReply(db: Db, mentionId: number): Promise<ReplyFacts | null> {
  const row = await db
    .selectFrom('replies')
    .selectAll()
    .where('mention_id', '=', mentionId)
    .where('state', '<>', 'returned')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (
    (row && {
      draftId: row.draft_id,
      heldBy: row.held_by,
      heldUntil: row.held_until,
      postedBy: row.posted_by,
      postedAt: row.posted_at,
      url: row.url,
    }) ??
    null
  );
}

async function listEscalations(db: Db, mentionId: number): Promise<EscalationFacts[]> {
  const rows = await db
    .selectFrom('escalations')
    .selectAll()
    .where('mention_id', '=', mentionId)
    .orderBy('id')
    .execute();
  return rows.map(rowToEscalation);
}

/** Slack's link to a card (by its mention) or a ballot (by its own id), once it stands there. */
async function findLink(db: Db, teamUrl: string, kind: PostingKind, id: number): Promise<string | null> {
  const row = await db
    .selectFrom('postings')
    .select(['channel_id', 'message_ts'])
    .where('kind', '=', kind)
    .where(kind === 'ballot' ? 'ballot_id' : 'mention_id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return row?.message_ts ? messageLink(teamUrl, row.channel_id, row.message_ts) : null;
}

/** Slack's link to a mention's card, once it stands there. */
export async function findCardLink(db: Db, teamId: string, mentionId: number): Promise<string | null> {
  const { url } = await db.selectFrom('teams').select('url').where('id', '=', teamId).executeTakeFirstOrThrow();
  return findLink(db, url, 'card', mentionId);
}

/** Slack's own form of a link to a message. */
export function messageLink(teamUrl: string, channelId: string, messageTs: string): string {
  return `${teamUrl}archives/${channelId}/p${messageTs.replace('.', '')}`;
}
