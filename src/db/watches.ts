import { sql } from 'kysely';
import type { WatchSettings } from '../domain/settings.ts';
import type { Db, Trx, WatchRow } from './schema.ts';

/** The watches of the team in their order, which decides a mention's home. */
export function listWatches(db: Db | Trx, teamId: string): Promise<WatchRow[]> {
  return db.selectFrom('watches').selectAll().where('team_id', '=', teamId).orderBy('position').orderBy('id').execute();
}

/** The watches that hear this source and are not paused, in their order. */
export function listListeners(db: Db | Trx, sourceId: number): Promise<WatchRow[]> {
  return db
    .selectFrom('watches')
    .innerJoin('watch_sources', 'watch_sources.watch_id', 'watches.id')
    .selectAll('watches')
    .where('watch_sources.source_id', '=', sourceId)
    .where('watches.paused_at', 'is', null)
    .orderBy('watches.position')
    .orderBy('watches.id')
    .execute();
}

/** One watch of the team. */
export function findWatch(db: Db | Trx, teamId: string, id: number): Promise<WatchRow | undefined> {
  return db.selectFrom('watches').selectAll().where('team_id', '=', teamId).where('id', '=', id).executeTakeFirst();
}

/** The home watch of a mention. */
export function findHomeWatch(db: Db | Trx, teamId: string, mentionId: number): Promise<WatchRow | undefined> {
  return db
    .selectFrom('watches')
    .innerJoin('mentions', 'mentions.watch_id', 'watches.id')
    .selectAll('watches')
    .where('mentions.team_id', '=', teamId)
    .where('mentions.id', '=', mentionId)
    .executeTakeFirst();
}

/** Writes a watch of the file by its name and wakes it. Returns its id. */
export async function saveFileWatch(trx: Trx, teamId: string, position: number, watch: WatchSettings): Promise<number> {
  const row = {
    position,
    channel_id: watch.channel,
    phrases_any: JSON.stringify(watch.any),
    phrases_all: JSON.stringify(watch.all),
    phrases_none: JSON.stringify(watch.none),
    voices: JSON.stringify(watch.voices),
    approval: JSON.stringify(watch.approval),
    escalation: JSON.stringify(watch.escalation),
    from_file: true,
    paused_at: null,
    paused_reason: null,
  };
  const saved = await trx
    .insertInto('watches')
    .values({ team_id: teamId, name: watch.name, ...row })
    .onConflict((known) => known.columns(['team_id', 'name']).doUpdateSet(row))
    .returning('id')
    .executeTakeFirstOrThrow();
  return saved.id;
}

/** Watches that have left the file are paused and become editable. */
export async function pauseAbsentWatches(trx: Trx, teamId: string, present: number[], now: Date): Promise<void> {
  await trx
    .updateTable('watches')
    .set({ from_file: false, paused_at: now, paused_reason: 'It is no longer in community.yml.' })
    .where('team_id', '=', teamId)
    .where('from_file', '=', true)
    .where((where) => (present.length ? where('id', 'not in', present) : where.lit(true)))
    .execute();
}

/** Stops the watches of a channel that takes no posts any more; false when they were stopped already. */
export async function pauseChannel(
  trx: Trx,
  teamId: string,
  channelId: string,
  reason: string,
  now: Date,
): Promise<boolean> {
  const paused = await trx
    .insertInto('channels')
    .values({ team_id: teamId, id: channelId, paused_reason: reason, paused_at: now })
    .onConflict((known) =>
      known
        .columns(['team_id', 'id'])
        .doUpdateSet({ paused_reason: reason, paused_at: now })
        .where('channels.paused_at', 'is', null),
    )
    .executeTakeFirst();
  await trx
    .updateTable('watches')
    .set({ paused_at: now, paused_reason: reason })
    .where('team_id', '=', teamId)
    .where('channel_id', '=', channelId)
    .where('paused_at', 'is', null)
    .execute();
  return paused.numInsertedOrUpdatedRows === 1n;
}

/** The channel takes posts again: its watches listen again, and what waited for it is due. */
export async function resumeChannel(trx: Trx, teamId: string, channelId: string): Promise<void> {
  const reason = sql<string>`(select paused_reason from channels where team_id = ${teamId} and id = ${channelId})`;
  await trx
    .updateTable('watches')
    .set({ paused_at: null, paused_reason: null })
    .where('team_id', '=', teamId)
    .where('channel_id', '=', channelId)
    .where('paused_reason', '=', reason)
    .execute();
  await trx
    .updateTable('channels')
    .set({ paused_at: null, paused_reason: null })
    .where('team_id', '=', teamId)
    .where('id', '=', channelId)
    .execute();
}
