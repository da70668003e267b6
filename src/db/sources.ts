import { sql } from 'kysely';
import { type Leased, settle } from './due.ts';
import type { Db, Trx } from './schema.ts';

/** A source as settings name it. */
export type NamedSource = {
  network: string;
  key: string;
  settings: Record<string, unknown>;
  name: string;
  everyMs: number;
  backfill: number;
};

/** Writes a source by its key: due at `dueAt` when it is new or was idle, else as it was. Returns its id. */
export async function saveSource(trx: Trx, teamId: string, source: NamedSource, dueAt: Date): Promise<number> {
  const row = {
    settings: JSON.stringify(source.settings),
    every_ms: source.everyMs,
    backfill: source.backfill,
  };
  const saved = await trx
    .insertInto('sources')
    .values({
      team_id: teamId,
      network: source.network,
      source_key: source.key,
      name: source.name,
      due_at: dueAt,
      ...row,
    })
    .onConflict((known) =>
      known.columns(['team_id', 'network', 'source_key']).doUpdateSet({
        ...row,
        due_at: sql<Date | null>`case when sources.stopped_at is null then coalesce(sources.due_at, ${dueAt}) end`,
      }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return saved.id;
}

/** The watch hears exactly these sources. */
export async function tieSources(trx: Trx, watchId: number, sourceIds: number[]): Promise<void> {
  await trx.deleteFrom('watch_sources').where('watch_id', '=', watchId).execute();
  if (sourceIds.length === 0) return;
  const ties = [...new Set(sourceIds)].map((source_id) => ({ watch_id: watchId, source_id }));
  await trx.insertInto('watch_sources').values(ties).execute();
}

/** Sources that no listening watch names are not fetched. */
export async function restUnheardSources(trx: Trx, teamId: string): Promise<void> {
  await trx
    .updateTable('sources')
    .set({ due_at: null })
    .where('team_id', '=', teamId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('watch_sources')
            .innerJoin('watches', 'watches.id', 'watch_sources.watch_id')
            .select('watch_id')
            .whereRef('watch_sources.source_id', '=', 'sources.id')
            .where('watches.paused_at', 'is', null),
        ),
      ),
    )
    .execute();
}

/** The source says what it is called. */
export async function nameSource(db: Db, id: number, name: string): Promise<void> {
  await db.updateTable('sources').set({ name }).where('id', '=', id).execute();
}

/** A poll brought what it brought: the cursor moves, the health is good. */
export async function settlePoll(
  db: Db,
  source: Leased<'sources'>,
  polled: { cursor: Record<string, unknown>; now: Date; nextAt: Date },
): Promise<boolean> {
  const saved = await db
    .updateTable('sources')
    .set({
      cursor: JSON.stringify(polled.cursor),
      baseline_at: source.baseline_at ?? polled.now,
      last_success_at: polled.now,
      last_error: null,
      tries: 0,
      due_at: polled.nextAt,
      lease_token: null,
      lease_until: null,
    })
    .where('id', '=', source.id)
    .where('lease_token', '=', source.lease_token)
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

/** The source is over (410): never asked again unless a manager starts it. */
export async function stopSource(db: Db, source: Leased<'sources'>, why: string, now: Date): Promise<void> {
  await db.updateTable('sources').set({ stopped_at: now }).where('id', '=', source.id).execute();
  await settle(db, 'sources', source, { due_at: null, last_error: why });
}

/** Starts a source again at once, stopped or waiting. False when the team has no such source. */
export async function startSource(db: Db, teamId: string, id: number, now: Date): Promise<boolean> {
  const done = await db
    .updateTable('sources')
    .set({ stopped_at: null, due_at: now, tries: 0 })
    .where('team_id', '=', teamId)
    .where('id', '=', id)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
