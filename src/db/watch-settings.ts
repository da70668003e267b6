import { sql } from 'kysely';
import type { ApprovalPolicy, EscalationStep, Phrases } from '../domain/settings.ts';
import type { Db, SourceRow, Trx, WatchRow } from './schema.ts';
import type { NamedSource } from './sources.ts';

/** What a watch's form writes. */
export type WatchValues = Phrases & { name: string; channelId: string; voices: string[] };

/** A new watch behind all others. Returns its id. */
export async function insertWatch(
  trx: Trx,
  teamId: string,
  watch: WatchValues,
  approval: ApprovalPolicy,
): Promise<number> {
  const last = await trx
    .selectFrom('watches')
    .select(sql<number>`coalesce(max(position) + 1, 0)`.as('position'))
    .where('team_id', '=', teamId)
    .executeTakeFirstOrThrow();
  const row = await trx
    .insertInto('watches')
    .values({
      team_id: teamId,
      position: last.position,
      ...columnsOf(watch),
      approval: JSON.stringify(approval),
      escalation: '[]',
      from_file: false,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Writes what the form says; a watch that was paused with its old channel listens again in the new one. */
export async function updateWatch(trx: Trx, watch: WatchRow, values: WatchValues): Promise<void> {
  const moved = watch.channel_id !== values.channelId && (await isPausedWithChannel(trx, watch));
  await trx
    .updateTable('watches')
    .set({ ...columnsOf(values), ...(moved && { paused_at: null, paused_reason: null }) })
    .where('id', '=', watch.id)
    .execute();
}

function columnsOf(watch: WatchValues) {
  return {
    name: watch.name,
    channel_id: watch.channelId,
    phrases_any: JSON.stringify(watch.any),
    phrases_all: JSON.stringify(watch.all),
    phrases_none: JSON.stringify(watch.none),
    voices: JSON.stringify(watch.voices),
  };
}

async function isPausedWithChannel(trx: Trx, watch: WatchRow): Promise<boolean> {
  const channel = await trx
    .selectFrom('channels')
    .select('paused_reason')
    .where('team_id', '=', watch.team_id)
    .where('id', '=', watch.channel_id)
    .executeTakeFirst();
  return watch.paused_reason !== null && channel?.paused_reason === watch.paused_reason;
}

/** The rule by which replies to this watch's mentions are approved. */
export async function saveApproval(trx: Trx, watchId: number, approval: ApprovalPolicy): Promise<void> {
  await trx
    .updateTable('watches')
    .set({ approval: JSON.stringify(approval) })
    .where('id', '=', watchId)
    .execute();
}

/** Whom a call for help reaches, and when. */
export async function saveLadder(trx: Trx, watchId: number, steps: EscalationStep[]): Promise<void> {
  await trx
    .updateTable('watches')
    .set({ escalation: JSON.stringify(steps) })
    .where('id', '=', watchId)
    .execute();
}

/** A manager stopped the watch, or lets it listen again (null). */
export async function savePause(trx: Trx, watchId: number, pause: { at: Date; reason: string } | null): Promise<void> {
  await trx
    .updateTable('watches')
    .set({ paused_at: pause?.at ?? null, paused_reason: pause?.reason ?? null })
    .where('id', '=', watchId)
    .execute();
}

/** The sources that a watch hears, by name. */
export function listSourcesOf(db: Db | Trx, watchId: number): Promise<SourceRow[]> {
  return db
    .selectFrom('sources')
    .innerJoin('watch_sources', 'watch_sources.source_id', 'sources.id')
    .selectAll('sources')
    .where('watch_sources.watch_id', '=', watchId)
    .orderBy('sources.name')
    .orderBy('sources.id')
    .execute();
}

/** The source of this key, new or as it is: what another watch or community.yml set for it stays. Returns its id. */
export async function keepSource(trx: Trx, teamId: string, source: NamedSource, now: Date): Promise<number> {
  const { network, key, name, settings, everyMs, backfill } = source;
  const values = { network, source_key: key, name, every_ms: everyMs, backfill, settings: JSON.stringify(settings) };
  const saved = await trx
    .insertInto('sources')
    .values({ team_id: teamId, due_at: now, ...values })
    .onConflict((known) => known.columns(['team_id', 'network', 'source_key']).doUpdateSet({ source_key: source.key }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return saved.id;
}

/** Sources that rested are fetched again: what was said meanwhile is a silent baseline, so that no flood comes. */
export async function wakeSources(trx: Trx, watchId: number, now: Date): Promise<void> {
  await trx
    .updateTable('sources')
    .set({ due_at: now, baseline_at: null })
    .where('due_at', 'is', null)
    .where('stopped_at', 'is', null)
    .where('id', 'in', (of) => of.selectFrom('watch_sources').select('source_id').where('watch_id', '=', watchId))
    .execute();
}

/**
 * The source is fetched elsewhere from now on. Where the team has a source of that key already, the watches hear that
 * one instead. Returns the id of the source that they hear.
 */
export async function moveSource(
  trx: Trx,
  source: Pick<SourceRow, 'id' | 'team_id' | 'network'>,
  to: { key: string; settings: Record<string, unknown> },
  now: Date,
): Promise<number> {
  const other = await trx
    .selectFrom('sources')
    .select('id')
    .where('team_id', '=', source.team_id)
    .where('network', '=', source.network)
    .where('source_key', '=', to.key)
    .executeTakeFirst();
  if (!other) {
    const fresh = { source_key: to.key, name: to.key, settings: JSON.stringify(to.settings) };
    const due = { due_at: now, last_error: null, tries: 0, lease_token: null, lease_until: null };
    await trx
      .updateTable('sources')
      .set({ ...fresh, ...due })
      .where('id', '=', source.id)
      .execute();
    return source.id;
  }
  await trx
    .insertInto('watch_sources')
    .columns(['watch_id', 'source_id'])
    .expression((of) =>
      of
        .selectFrom('watch_sources')
        .select(['watch_id', sql<number>`${other.id}::integer`.as('source_id')])
        .where('source_id', '=', source.id),
    )
    .onConflict((known) => known.doNothing())
    .execute();
  await trx.deleteFrom('sources').where('id', '=', source.id).execute();
  return other.id;
}

/** What the last days brought from these sources, the newest first. */
export function listItemsOf(
  db: Db,
  sourceIds: number[],
  since: Date,
  limit: number,
): Promise<{ title: string | null; text: string }[]> {
  return db
    .selectFrom('items')
    .select(['title', 'text'])
    .where('source_id', 'in', sourceIds.length ? sourceIds : [-1])
    .where('seen_at', '>', since)
    .orderBy(sql`coalesce(published_at, seen_at)`, 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}
