import { sql } from 'kysely';
import type { DeadRow, SourceLine, StatusFacts, WatchLine } from '../domain/overview.ts';
import type { Db } from './schema.ts';

/** Sources, what waits, what is dead, which channels are closed. */
export async function readStatus(db: Db, teamId: string, now: Date): Promise<Omit<StatusFacts, 'timezone'>> {
  const paused = await db
    .selectFrom('channels')
    .select(['id', 'paused_reason'])
    .where('team_id', '=', teamId)
    .where('paused_at', 'is not', null)
    .execute();
  return {
    sources: await listSources(db, teamId),
    due: {
      drawings: await countDue(db, 'postings', teamId, now),
      polls: await countDue(db, 'sources', teamId, now),
      recounts: await countDue(db, 'ballots', teamId, now),
    },
    dead: [
      ...(await listDead(db, 'escalations', teamId)),
      ...(await listDead(db, 'postings', teamId)),
      ...(await listDead(db, 'ballots', teamId)),
      ...(await listDead(db, 'reminders', teamId)),
      ...(await listDead(db, 'answers', teamId)),
      ...(await listDead(db, 'schedules', teamId)),
      ...(await listDead(db, 'routes', teamId)),
      ...(await listDead(db, 'replies', teamId)),
    ],
    pausedChannels: paused.map((row) => ({ channelId: row.id, reason: row.paused_reason ?? '' })),
  };
}

async function listSources(db: Db, teamId: string): Promise<SourceLine[]> {
  const rows = await db
    .selectFrom('sources')
    .selectAll()
    .select(
      sql<string[]>`array(select name from watches join watch_sources on watch_id = watches.id
        where source_id = sources.id order by position)`.as('watches'),
    )
    .where('team_id', '=', teamId)
    .orderBy('name')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    network: row.network,
    name: row.name,
    watches: row.watches,
    everyMs: row.every_ms,
    lastSuccessAt: row.last_success_at,
    lastError: row.last_error,
    nextPollAt: row.due_at,
    stopped: row.stopped_at !== null,
  }));
}

async function countDue(db: Db, table: 'postings' | 'sources' | 'ballots', teamId: string, now: Date): Promise<number> {
  const { due } = await db
    .selectFrom(table)
    .select(sql<number>`count(*)::int`.as('due'))
    .where('team_id', '=', teamId)
    .where('due_at', '<=', now)
    .where('dead_at', 'is', null)
    .executeTakeFirstOrThrow();
  return due;
}

/** What each kind of work is called where it failed. */
const DEAD = {
  postings: { kind: 'posting', what: sql<string>`kind || ' ' || id` },
  ballots: { kind: 'ballot', what: sql<string>`'recount of ballot ' || id` },
  escalations: { kind: 'escalation', what: sql<string>`'call for help ' || id` },
  reminders: { kind: 'reminder', what: sql<string>`kind || ' of mention ' || mention_id` },
  answers: { kind: 'answer', what: sql<string>`'review of ' || title` },
  routes: { kind: 'route', what: sql<string>`'what ' || department || ' was asked of mention ' || mention_id` },
  replies: { kind: 'hold', what: sql<string>`'the reply to mention ' || mention_id` },
  schedules: { kind: 'schedule', what: sql<string>`'summary ' || replace(kind, '_', ' ')` },
} as const;

async function listDead(db: Db, table: keyof typeof DEAD, teamId: string): Promise<DeadRow[]> {
  const { kind, what } = DEAD[table];
  const rows = await db
    .selectFrom(table)
    .select(['id', 'last_error', 'dead_at', what.as('what')])
    .where('team_id', '=', teamId)
    .where('dead_at', 'is not', null)
    .orderBy('id')
    .limit(50)
    .execute();
  return rows.map((row) => ({
    kind,
    id: row.id,
    what: row.what,
    lastError: row.last_error ?? '',
    since: row.dead_at ?? new Date(0),
  }));
}

/** The watches with what they listen for and where. */
export async function readWatches(db: Db, teamId: string, channels: string[]): Promise<WatchLine[]> {
  const rows = await db
    .selectFrom('watches')
    .selectAll()
    .select(
      sql<string[]>`array(select name from sources join watch_sources on source_id = sources.id
        where watch_id = watches.id order by name)`.as('sources'),
    )
    .where('team_id', '=', teamId)
    .where('channel_id', 'in', channels.length ? channels : [''])
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    name: row.name,
    channelId: row.channel_id,
    any: row.phrases_any,
    all: row.phrases_all,
    none: row.phrases_none,
    voices: row.voices,
    sources: row.sources,
    votes: row.approval.votes,
    objections: row.approval.objections,
    fromFile: row.from_file,
    pausedReason: row.paused_reason,
  }));
}
