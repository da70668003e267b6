import { sql } from 'kysely';
import type { HourCount } from '../domain/spike.ts';
import type { Db, Trx } from './schema.ts';

/** A watch that listens, with what one needs to know of its past. */
export type ListeningWatch = { id: number; name: string; channelId: string; phrases: string[]; since: Date };

/** The team's watches that are not paused. */
export async function listListening(db: Db, teamId: string): Promise<ListeningWatch[]> {
  const rows = await db
    .selectFrom('watches')
    .select(['id', 'name', 'channel_id', 'phrases_any', 'phrases_all', 'created_at'])
    .where('team_id', '=', teamId)
    .where('paused_at', 'is', null)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    channelId: row.channel_id,
    phrases: [...row.phrases_any, ...row.phrases_all],
    since: row.created_at,
  }));
}

/** When it was said; a source that claims the future, or says nothing, is not believed. */
const SAID_AT = sql<Date>`least(coalesce(items.published_at, mentions.created_at), mentions.created_at)`;

/**
 * When the mentions since then were said, by watch, oldest first. By when they were said, not found: a source that is
 * asked once an hour, or one that brings an old archive, is no storm.
 */
export async function listSaidAt(db: Db, teamId: string, since: Date): Promise<Map<number, Date[]>> {
  const rows = await db
    .selectFrom('mentions')
    .innerJoin('items', 'items.id', 'mentions.item_id')
    .innerJoin('watches', 'watches.id', 'mentions.watch_id')
    .select(['mentions.watch_id', SAID_AT.as('said_at')])
    .where('watches.team_id', '=', teamId)
    .where('mentions.created_at', '>', since)
    .where('mentions.backfilled', '=', false)
    .where(SAID_AT, '>', since)
    .orderBy('said_at')
    .execute();
  const byWatch = new Map<number, Date[]>();
  for (const row of rows) {
    const known = byWatch.get(row.watch_id);
    if (known) known.push(row.said_at);
    else byWatch.set(row.watch_id, [row.said_at]);
  }
  return byWatch;
}

/** How many mentions of these watches were found in each hour of this time; hours without one are left out. */
export async function countByHour(
  db: Db,
  watchIds: number[],
  { from, to }: { from: Date; to: Date },
): Promise<Map<number, HourCount[]>> {
  if (watchIds.length === 0) return new Map();
  const hour = sql<number>`floor(extract(epoch from created_at) / 3600)::int`;
  const rows = await db
    .selectFrom('mentions')
    .select(['watch_id', hour.as('hour'), sql<number>`count(*)::int`.as('count')])
    .where('watch_id', 'in', watchIds)
    .where('created_at', '>=', from)
    .where('created_at', '<', to)
    .where('backfilled', '=', false)
    .groupBy(['watch_id', 'hour'])
    .execute();
  const byWatch = new Map<number, HourCount[]>();
  for (const { watch_id: watchId, hour: at, count } of rows) {
    const known = byWatch.get(watchId) ?? [];
    known.push({ hour: at, count });
    byWatch.set(watchId, known);
  }
  return byWatch;
}

/** What was said about a watch in this time: the newest of it first. */
export async function listTexts(
  db: Db,
  watchId: number,
  { from, to }: { from: Date; to: Date },
  limit: number,
): Promise<{ text: string; network: string; source: string | null; author: string | null }[]> {
  const rows = await db
    .selectFrom('mentions')
    .innerJoin('items', 'items.id', 'mentions.item_id')
    .leftJoin('sources', 'sources.id', 'items.source_id')
    .select(['items.title', 'items.network', 'sources.name as source'])
    .select([
      sql<string>`left(items.text, 1000)`.as('text'),
      sql<string | null>`coalesce(author->>'handle', author->>'name')`.as('who'),
    ])
    .where('mentions.watch_id', '=', watchId)
    .where('mentions.created_at', '>=', from)
    .where('mentions.created_at', '<=', to)
    .where('mentions.backfilled', '=', false)
    .orderBy('mentions.created_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ title, text, network, source, who }) => ({
    text: `${title ?? ''} ${text}`,
    network,
    source,
    author: who,
  }));
}

export type OpenSpike = { id: number; watchId: number; lastSeenAt: Date };

/** What began and is not over. */
export async function listOpenSpikes(db: Db, teamId: string): Promise<OpenSpike[]> {
  const rows = await db
    .selectFrom('spikes')
    .select(['id', 'watch_id', 'last_seen_at'])
    .where('team_id', '=', teamId)
    .where('ended_at', 'is', null)
    .execute();
  return rows.map((row) => ({ id: row.id, watchId: row.watch_id, lastSeenAt: row.last_seen_at }));
}

/** Something began. False when it is known already: somebody else was faster. */
export async function beginSpike(
  trx: Trx,
  spike: { teamId: string; watchId: number; count: number; expected: number },
  now: Date,
): Promise<boolean> {
  const begun = await trx
    .insertInto('spikes')
    .values({
      team_id: spike.teamId,
      watch_id: spike.watchId,
      began_at: now,
      last_seen_at: now,
      count: spike.count,
      expected: spike.expected,
    })
    .onConflict((known) => known.column('watch_id').where('ended_at', 'is', null).doNothing())
    .executeTakeFirst();
  return (begun.numInsertedOrUpdatedRows ?? 0n) === 1n;
}

/** It goes on. */
export async function keepSpike(db: Db, id: number, now: Date): Promise<void> {
  await db
    .updateTable('spikes')
    .set({ last_seen_at: now })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}

/** Volume is back to what is usual. */
export async function endSpike(db: Db, id: number, now: Date): Promise<void> {
  await db.updateTable('spikes').set({ ended_at: now }).where('id', '=', id).where('ended_at', 'is', null).execute();
}
