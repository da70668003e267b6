import { sql } from 'kysely';
import type { MentionLine } from '../domain/overview.ts';
import type { NetworkFacts } from './cards.ts';
import { type InfluenceWish, mentionsOf } from './influence.ts';
import { mentionLines, rowToLine } from './overview.ts';
import type { Db } from './schema.ts';

type PlacesWish = Omit<InfluenceWish, 'limit' | 'heardFrom'> & { authorIds: number[]; networks: NetworkFacts };

/** By author, where the newest of these mentions was said: "The Loading Dock". */
export async function placesOf(db: Db, teamId: string, wish: PlacesWish): Promise<Map<number, string>> {
  if (wish.authorIds.length === 0) return new Map();
  const { rows } = await sql<{ author_id: number; network: string; source: string | null }>`
    select distinct on (items.author_id) items.author_id, items.network,
      (select sources.name from sources where sources.id = items.source_id) as source
    from ${mentionsOf(teamId, wish)}
    order by items.author_id, mentions.created_at desc, mentions.id desc`.execute(db);
  return new Map(rows.map((row) => [row.author_id, wish.networks.label(row.network, row.source)]));
}

/** The newest mentions of an author that members of these channels may see. */
export async function listLinesOf(
  db: Db,
  teamId: string,
  wish: { authorId: number; channels: string[]; networks: NetworkFacts; limit: number },
): Promise<MentionLine[]> {
  const rows = await mentionLines(db, teamId, wish.channels)
    .where('items.author_id', '=', wish.authorId)
    .orderBy('mentions.created_at', 'desc')
    .orderBy('mentions.id', 'desc')
    .limit(wish.limit)
    .execute();
  return rows.map((row) => rowToLine(row, wish.networks));
}
