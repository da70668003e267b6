import { type Selectable, sql } from 'kysely';
import { authorKey, type KnownAuthor } from '../domain/author.ts';
import type { Author } from '../domain/item.ts';
import type { AuthorList } from '../domain/knowing.ts';
import type { Db, Trx } from './schema.ts';
import type { AuthorsTable } from './tables/knowing.ts';

export type AuthorRow = Selectable<AuthorsTable>;

/** What an item tells of who said it. */
type Said = { network: string; url: string | null; author: Author };

type Known = { network: string; key: string; author: Author };

/**
 * Everybody who said one of these, kept once by network and key with what is newest about them: item -> id of the
 * author. Items that do not tell who wrote them are left out. Two statements a batch at most.
 */
export async function keepAuthors<T extends Said>(
  trx: Trx,
  teamId: string,
  items: T[],
  seenAt: Date,
): Promise<Map<T, number>> {
  const keyed = items.flatMap((item) => {
    const key = authorKey(item.author, item.url);
    return key === undefined ? [] : [{ item, network: item.network, key, author: item.author }];
  });
  if (keyed.length === 0) return new Map();
  const ids = await upsert(trx, teamId, merged(keyed), seenAt);
  return new Map(keyed.map(({ item, ...known }) => [item, ids.get(nameOf(known)) as number]));
}

/** One row an author; what is told later wins. In one order, whoever writes: two orders would lock each other out. */
function merged(keyed: Known[]): Known[] {
  const known = new Map<string, Known>();
  for (const { network, key, author } of keyed) {
    const name = nameOf({ network, key });
    known.set(name, { network, key, author: { ...known.get(name)?.author, ...author } });
  }
  return [...known.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

function nameOf({ network, key }: Pick<Known, 'network' | 'key'>): string {
  return `${network} ${key}`;
}

async function upsert(trx: Trx, teamId: string, authors: Known[], seenAt: Date): Promise<Map<string, number>> {
  const all = <T>(tell: (one: Known) => T) => authors.map(tell);
  const { rows } = await sql<{ id: number; network: string; author_key: string }>`
    insert into authors (team_id, network, author_key, name, handle, url, reach, first_seen_at, last_seen_at)
    select ${teamId}, one.*, ${seenAt}::timestamptz, ${seenAt}::timestamptz
    from unnest(
      ${all(({ network }) => network)}::text[], ${all(({ key }) => key)}::text[],
      ${all(({ author }) => author.name ?? null)}::text[], ${all(({ author }) => author.handle ?? null)}::text[],
      ${all(({ author }) => author.url ?? null)}::text[], ${all(({ author }) => author.reach ?? null)}::int[]
    ) as one
    on conflict (team_id, network, author_key) do update set
      name = coalesce(excluded.name, authors.name),
      handle = coalesce(excluded.handle, authors.handle),
      url = coalesce(excluded.url, authors.url),
      reach = coalesce(excluded.reach, authors.reach),
      last_seen_at = greatest(excluded.last_seen_at, authors.last_seen_at)
    returning id, network, author_key`.execute(trx);
  return new Map(rows.map((row) => [nameOf({ network: row.network, key: row.author_key }), row.id]));
}

/** The bridge between the row and the domain. */
export function rowToAuthor(row: AuthorRow): KnownAuthor {
  return {
    id: row.id,
    network: row.network,
    name: row.name,
    handle: row.handle,
    url: row.url,
    list: row.list,
    listedBy: row.listed_by,
    listedAt: row.listed_at,
    watchedBy: row.watched_by,
  };
}

/** The author of this id, if the team knows them, and how many people they reach. */
export async function findAuthor(
  db: Db | Trx,
  teamId: string,
  id: number,
): Promise<{ author: KnownAuthor; reach: number | null } | undefined> {
  const row = await authorRow(db, teamId, id).executeTakeFirst();
  return row && { author: rowToAuthor(row), reach: row.reach };
}

/** The same, locked until the transaction ends. */
export async function lockAuthor(trx: Trx, teamId: string, id: number): Promise<KnownAuthor | undefined> {
  const row = await authorRow(trx, teamId, id).forUpdate().executeTakeFirst();
  return row && rowToAuthor(row);
}

function authorRow(db: Db | Trx, teamId: string, id: number) {
  return db.selectFrom('authors').selectAll().where('team_id', '=', teamId).where('id', '=', id);
}

/** Whose words a mention is; undefined when nobody knows. */
export async function findAuthorOf(
  db: Db | Trx,
  teamId: string,
  mentionId: number,
): Promise<{ author: KnownAuthor; reach: number | null } | undefined> {
  const row = await db
    .selectFrom('mentions')
    .innerJoin('items', 'items.id', 'mentions.item_id')
    .innerJoin('authors', 'authors.id', 'items.author_id')
    .selectAll('authors')
    .where('mentions.team_id', '=', teamId)
    .where('mentions.id', '=', mentionId)
    .executeTakeFirst();
  return row && { author: rowToAuthor(row), reach: row.reach };
}

/** Puts a locked author on a list, in place of the one they were on; on none when null. */
export async function saveList(trx: Trx, id: number, list: AuthorList | null, by: string, now: Date): Promise<void> {
  await trx
    .updateTable('authors')
    .set({ list, listed_by: list && by, listed_at: list && now })
    .where('id', '=', id)
    .execute();
}

/** Who is told when a locked author writes. */
export async function saveWatchers(trx: Trx, id: number, watchedBy: string[]): Promise<void> {
  await trx
    .updateTable('authors')
    .set({ watched_by: JSON.stringify(watchedBy) })
    .where('id', '=', id)
    .execute();
}

/** How many cards follow a change of what is known of their author: the newest of those that are not done. */
const MAX_CARDS = 20;

/** The cards of an author are out of date. */
export async function raiseCardsOf(trx: Trx, authorId: number, now: Date): Promise<void> {
  // In one order, whoever asks: two orders would lock each other out.
  await sql`
    update postings set version = version + 1, due_at = least(coalesce(due_at, 'infinity'), ${now}::timestamptz)
    where id in (
      select postings.id from postings where postings.kind = 'card' and postings.removed_at is null
        and postings.mention_id in (
          select mentions.id from mentions join items on items.id = mentions.item_id
          where items.author_id = ${authorId} and mentions.status not in ('answered', 'dismissed')
          order by mentions.id desc limit ${MAX_CARDS})
      order by postings.id for update)`.execute(trx);
}
