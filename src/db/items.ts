import { sql } from 'kysely';
import type { Author } from '../domain/item.ts';
import { keepAuthors } from './authors.ts';
import type { Db, Trx } from './schema.ts';

/** An item as it is kept: cleaned, with the keys by which stories are compared. */
export type NewItem = {
  network: string;
  externalId: string;
  sourceId: number | null;
  url: string | null;
  canonicalUrl: string | null;
  title: string | null;
  text: string;
  textHash: string;
  storyHash: string | null;
  author: Author;
  publishedAt: Date | null;
  updatedAt: Date | null;
  engagement: number | null;
};

/** Only one transaction of a team stores items at a time: two feeds telling one story cannot both be the first. */
export async function holdStories(trx: Trx, teamId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`stories of ${teamId}`}, 0))`.execute(trx);
}

/** Keeps the items that were not known yet, with who said them: external id -> row id of those. */
export async function insertNewItems(
  trx: Trx,
  teamId: string,
  items: NewItem[],
  seenAt: Date,
): Promise<Map<string, number>> {
  if (items.length === 0) return new Map();
  const authors = await keepAuthors(trx, teamId, items, seenAt);
  const inserted = await trx
    .insertInto('items')
    .values(
      items.map((item) => ({
        team_id: teamId,
        network: item.network,
        external_id: item.externalId,
        source_id: item.sourceId,
        url: item.url,
        canonical_url: item.canonicalUrl,
        title: item.title,
        text: item.text,
        text_hash: item.textHash,
        story_hash: item.storyHash,
        author: JSON.stringify(item.author),
        author_id: authors.get(item) ?? null,
        engagement: item.engagement,
        published_at: item.publishedAt,
        updated_at: item.updatedAt,
        seen_at: seenAt,
      })),
    )
    .onConflict((known) => known.columns(['team_id', 'network', 'external_id']).doNothing())
    .returning(['id', 'external_id'])
    .execute();
  return new Map(inserted.map((row) => [row.external_id, row.id]));
}

/** What an item said until now. */
export function findWords(
  trx: Trx,
  teamId: string,
  { network, externalId }: Pick<NewItem, 'network' | 'externalId'>,
): Promise<{ title: string | null; text: string } | undefined> {
  return trx
    .selectFrom('items')
    .select(['title', 'text'])
    .where('team_id', '=', teamId)
    .where('network', '=', network)
    .where('external_id', '=', externalId)
    .executeTakeFirst();
}

/** Writes the new words of an item that was edited outside; returns its id when they really changed. */
export async function updateItemText(trx: Trx, teamId: string, item: NewItem): Promise<number | undefined> {
  const changed = await trx
    .updateTable('items')
    .set({
      title: item.title,
      text: item.text,
      text_hash: item.textHash,
      story_hash: item.storyHash,
      updated_at: item.updatedAt,
    })
    .where('team_id', '=', teamId)
    .where('network', '=', item.network)
    .where('external_id', '=', item.externalId)
    .where('text_hash', '<>', item.textHash)
    .returning('id')
    .executeTakeFirst();
  return changed?.id;
}

/** Words and keys of items already kept: external id -> hash of the text. */
export async function listTextHashes(
  db: Db | Trx,
  teamId: string,
  network: string,
  externalIds: string[],
): Promise<Map<string, string>> {
  if (externalIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('items')
    .select(['external_id', 'text_hash'])
    .where('team_id', '=', teamId)
    .where('network', '=', network)
    .where('external_id', '=', sql<string>`any(${externalIds})`)
    .execute();
  return new Map(rows.map((row) => [row.external_id, row.text_hash]));
}

/** An item that already stands on a card, with what decides whether another tells the same story. */
export type ToldItem = {
  mentionId: number;
  itemId: number;
  sourceId: number | null;
  canonicalUrl: string | null;
  storyHash: string | null;
  author: Author;
  publishedAt: Date | null;
  seenAt: Date;
};

/** Items on cards, their own or as a sighting, that share a link or the words with one of these. Oldest first. */
export async function listToldItems(
  trx: Trx,
  teamId: string,
  keys: { urls: string[]; hashes: string[] },
): Promise<ToldItem[]> {
  if (keys.urls.length + keys.hashes.length === 0) return [];
  const rows = await trx
    .selectFrom('items')
    .leftJoin('mentions', 'mentions.item_id', 'items.id')
    .leftJoin('sightings', 'sightings.item_id', 'items.id')
    .select(['items.id', 'source_id', 'canonical_url', 'story_hash', 'author', 'published_at', 'seen_at'])
    .select(sql<number | null>`coalesce(mentions.id, sightings.mention_id)`.as('mention_id'))
    .where('items.team_id', '=', teamId)
    .where(({ eb, or }) =>
      or([
        eb('canonical_url', '=', sql<string>`any(${keys.urls})`),
        eb('story_hash', '=', sql<string>`any(${keys.hashes})`),
      ]),
    )
    .where(sql<boolean>`coalesce(mentions.id, sightings.mention_id) is not null`)
    .orderBy('items.id')
    .execute();
  return rows.map((row) => ({
    mentionId: row.mention_id as number,
    itemId: row.id,
    sourceId: row.source_id,
    canonicalUrl: row.canonical_url,
    storyHash: row.story_hash,
    author: row.author,
    publishedAt: row.published_at,
    seenAt: row.seen_at,
  }));
}
