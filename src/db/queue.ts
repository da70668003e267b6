import { sql } from 'kysely';
import { OPEN_STATUSES } from '../domain/mention.ts';
import type { MentionLine } from '../domain/overview.ts';
import type { Asked } from '../domain/queue-filter.ts';
import type { NetworkFacts } from './cards.ts';
import { mentionLines, RESTS, rowToLine } from './overview.ts';
import type { Db } from './schema.ts';

/** What to look for, and which part of it to give. */
export type QueueWish = Partial<Asked> & {
  /** Networks by their own names, beside sources by the name that was asked for. */
  networks?: string[];
  watchIds?: number[];
  /** A claim in which nothing happened since then is overdue. */
  overdueSince?: Date;
  limit: number;
  offset?: number;
};

/**
 * Mentions of these channels: for the queue the open ones, the longest waiting first and what rests last; for a
 * search all of them, the newest first.
 */
export async function readQueue(
  db: Db,
  teamId: string,
  channels: string[],
  networks: NetworkFacts,
  wish: QueueWish,
): Promise<{ lines: MentionLine[]; total: number }> {
  const found = narrowed(mentionLines(db, teamId, channels), wish);
  const ordered = wish.kind === 'search' ? found.orderBy('at', 'desc') : byWaiting(found);
  const page = ordered.orderBy('mentions.id', wish.kind === 'search' ? 'desc' : 'asc');
  const rows = await page
    .limit(wish.limit)
    .offset(wish.offset ?? 0)
    .execute();
  const { total } = await found.clearSelect().select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow();
  return { lines: rows.map((row) => rowToLine(row, networks)), total };
}

type Lines = ReturnType<typeof mentionLines>;

function byWaiting(lines: Lines): Lines {
  return lines
    .orderBy(RESTS)
    .orderBy(sql`case mentions.status when 'unknown' then 0 when 'new' then 1 else 2 end`)
    .orderBy('at');
}

function narrowed(lines: Lines, wish: QueueWish): Lines {
  let found = lines;
  if (wish.kind !== 'search' || wish.state) found = found.where('mentions.status', 'in', OPEN_STATUSES);
  if (wish.state === 'snoozed') found = found.where(RESTS);
  if (wish.state === 'overdue') found = overdue(found, wish.overdueSince ?? new Date(0));
  if (wish.personId) found = found.where('mentions.claimant_id', '=', wish.personId);
  if (wish.watchIds) found = found.where('mentions.watch_id', 'in', wish.watchIds.length ? wish.watchIds : [0]);
  if (wish.network) found = ofNetwork(found, wish.network, wish.networks ?? []);
  if (wish.tone) found = found.where('mentions.tone', '=', wish.tone);
  if (wish.what) found = found.where('mentions.kind', '=', wish.what);
  for (const word of wish.words ?? []) found = found.where(holds(word));
  return found;
}

/** Claims that do not rest and in which nothing but reminders happened since then. */
function overdue(lines: Lines, since: Date): Lines {
  return lines
    .where('mentions.status', '=', 'claimed')
    .where(({ not }) => not(RESTS))
    .where(
      ({ selectFrom }) =>
        selectFrom('activity')
          .select(sql<Date>`max(activity.at)`.as('last'))
          .whereRef('activity.mention_id', '=', 'mentions.id')
          .where('activity.act', '<>', 'nudge'),
      '<=',
      since,
    );
}

function ofNetwork(lines: Lines, name: string, networks: string[]): Lines {
  return lines.where((where) =>
    where.or([
      where('items.network', 'in', networks.length ? networks : ['']),
      where('sources.name', 'ilike', literally(name)),
    ]),
  );
}

function holds(word: string) {
  return sql<boolean>`concat_ws(' ', items.title, items.text) ilike ${`%${literally(word)}%`}`;
}

/** `%`, `_` and `\` mean themselves. */
function literally(word: string): string {
  return word.replace(/[\\%_]/g, '\\$&');
}
