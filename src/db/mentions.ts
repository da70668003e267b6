import { type Selectable, sql } from 'kysely';
import { dayOf } from '../domain/day.ts';
import type { Judgement } from '../domain/judgement.ts';
import type { Mention } from '../domain/mention.ts';
import { type Tallied, tallyOfNew } from '../domain/tally.ts';
import { judgementColumns } from './judgements.ts';
import { remindWatchers, wakeForAuthors } from './reminders.ts';
import type { Db, Trx } from './schema.ts';
import type { MentionsTable } from './tables/mention.ts';
import { keptTally, retally, tallyNew } from './tallies.ts';
import { getTeam } from './teams.ts';

/** The bridge between the row and the domain. */
export function rowToMention(row: Selectable<MentionsTable>): Mention {
  return {
    id: row.id,
    teamId: row.team_id,
    itemId: row.item_id,
    watchId: row.watch_id,
    status: row.status,
    version: row.version,
    claimantId: row.claimant_id,
    claimedAt: row.claimed_at,
    handedBy: row.handed_by,
    snoozedBy: row.snoozed_by,
    snoozedUntil: row.snoozed_until,
    snoozedUntilReply: row.snoozed_until_reply,
    answeredBy: row.answered_by,
    answeredAt: row.answered_at,
    dismissedBy: row.dismissed_by,
    dismissedReason: row.dismissed_reason,
    firstPostedAt: row.first_posted_at,
    backfilled: row.backfilled,
    createdAt: row.created_at,
  };
}

/** The mention, locked until the transaction ends; undefined when the team has no such mention. */
export async function lockMention(trx: Trx, teamId: string, id: number): Promise<Mention | undefined> {
  const row = await trx
    .selectFrom('mentions')
    .selectAll()
    .where('team_id', '=', teamId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && rowToMention(row);
}

/** Writes what an event left on a locked mention. */
export async function saveMention(trx: Trx, mention: Mention): Promise<void> {
  await trx
    .updateTable('mentions')
    .set({
      status: mention.status,
      version: mention.version,
      claimant_id: mention.claimantId,
      claimed_at: mention.claimedAt,
      handed_by: mention.handedBy,
      snoozed_by: mention.snoozedBy,
      snoozed_until: mention.snoozedUntil,
      snoozed_until_reply: mention.snoozedUntilReply,
      first_claimed_at: sql<Date | null>`coalesce(first_claimed_at, ${mention.claimedAt})`,
      answered_by: mention.answeredBy,
      answered_at: mention.answeredAt,
      dismissed_by: mention.dismissedBy,
      dismissed_reason: mention.dismissedReason,
    })
    .where('id', '=', mention.id)
    .execute();
}

/** A mention to be made of a stored item; the first watch is its home. */
export type NewMention = {
  itemId: number;
  watchIds: number[];
  channelId: string;
  backfilled: boolean;
  judgement: Judgement;
};

/**
 * Makes mentions with their cards due, counts them, and makes due what rests until their author writes again: item id ->
 * mention id. Items that already are a mention are left alone. `changedIds` are mentions that this transaction changed and
 * holds: they are counted along with the new ones.
 */
export async function insertMentions(
  trx: Trx,
  teamId: string,
  mentions: NewMention[],
  now: Date,
  changedIds: number[] = [],
): Promise<Map<number, number>> {
  const wanted = await countable(trx, teamId, mentions, now);
  if (wanted.length === 0) {
    await retally(trx, teamId, changedIds);
    return new Map();
  }
  const made = await trx
    .insertInto('mentions')
    .values(
      wanted.map((mention) => ({
        team_id: teamId,
        item_id: mention.itemId,
        watch_id: mention.home,
        status: 'new' as const,
        backfilled: mention.backfilled,
        ...judgementColumns(mention.judgement),
        tallied: keptTally(mention.tallied),
        created_at: now,
      })),
    )
    .onConflict((known) => known.columns(['team_id', 'item_id']).doNothing())
    .returning(['id', 'item_id'])
    .execute();
  const ids = new Map(made.map((row) => [row.item_id, row.id]));
  const born = wanted.flatMap((mention) => {
    const id = ids.get(mention.itemId);
    return id === undefined ? [] : [{ ...mention, id }];
  });
  await insertCompanions(trx, teamId, born, now);
  await wakeForAuthors(trx, teamId, [...ids.values()], now);
  await remindWatchers(trx, teamId, [...ids.values()], now);
  const counted = born.map(({ tallied }) => tallied);
  await tallyNew(trx, teamId, counted, changedIds);
  return ids;
}

type Countable = NewMention & { home: number; tallied: Tallied };

/** Those that a watch hears, with what they will count as. */
async function countable(trx: Trx, teamId: string, mentions: NewMention[], now: Date): Promise<Countable[]> {
  if (mentions.length === 0) return [];
  const day = dayOf(now, (await getTeam(trx, teamId)).timezone);
  const ids = mentions.map(({ itemId }) => itemId);
  const items = await trx.selectFrom('items').select(['id', 'network']).where('id', 'in', ids).execute();
  const networks = new Map(items.map(({ id, network }) => [id, network]));
  return mentions.flatMap((mention) => {
    const [home] = mention.watchIds;
    const network = networks.get(mention.itemId);
    if (home === undefined || network === undefined) return [];
    const { tone, kind } = mention.judgement;
    return [{ ...mention, home, tallied: tallyOfNew({ day, watchId: home, network, tone, kind }) }];
  });
}

type Born = NewMention & { id: number };

/** What every mention is born with: its watches, its card, and the first line of its record. */
async function insertCompanions(trx: Trx, teamId: string, born: Born[], now: Date): Promise<void> {
  if (born.length === 0) return;
  await trx
    .insertInto('mention_watches')
    .values(born.flatMap((mention) => mention.watchIds.map((watch_id) => ({ mention_id: mention.id, watch_id }))))
    .execute();
  await trx
    .insertInto('postings')
    .values(
      born.map((mention) => ({
        team_id: teamId,
        kind: 'card' as const,
        mention_id: mention.id,
        channel_id: mention.channelId,
        due_at: now,
      })),
    )
    .execute();
  await trx
    .insertInto('activity')
    .values(born.map((mention) => ({ team_id: teamId, mention_id: mention.id, act: 'found', at: now })))
    .execute();
}

/** The story was seen in one more place, and perhaps by more watches. */
export async function addSighting(trx: Trx, mentionId: number, itemId: number, watchIds: number[]): Promise<void> {
  await trx
    .insertInto('sightings')
    .values({ mention_id: mentionId, item_id: itemId })
    .onConflict((known) => known.column('item_id').doNothing())
    .execute();
  await trx
    .insertInto('mention_watches')
    .values(watchIds.map((watch_id) => ({ mention_id: mentionId, watch_id })))
    .onConflict((known) => known.columns(['mention_id', 'watch_id']).doNothing())
    .execute();
}

/** The mention whose own words an item is; a sighting only stands beside it. */
export async function findMentionOf(db: Db | Trx, itemId: number): Promise<number | undefined> {
  const row = await db.selectFrom('mentions').select('id').where('item_id', '=', itemId).executeTakeFirst();
  return row?.id;
}

/** Whether an item stands on another item's card. */
export async function isSighting(db: Db | Trx, itemId: number): Promise<boolean> {
  const row = await db.selectFrom('sightings').select('item_id').where('item_id', '=', itemId).executeTakeFirst();
  return row !== undefined;
}
