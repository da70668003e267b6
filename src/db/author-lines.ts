import type { MentionLine } from '../domain/overview.ts';
import type { NetworkFacts } from './cards.ts';
import { mentionLines, rowToLine } from './overview.ts';
import type { Db } from './schema.ts';

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
