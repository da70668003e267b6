import { sql } from 'kysely';
import { authorKey } from '../domain/author.ts';
import type { Author } from '../domain/item.ts';
import type { Trx } from './schema.ts';

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
