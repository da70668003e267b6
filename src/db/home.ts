import { sql } from 'kysely';
import type { HomeCall, HomeRoute, MentionLine } from '../domain/overview.ts';
import { messageLink, type NetworkFacts } from './cards.ts';
import { mentionLines, rowToLine } from './overview.ts';
import type { Db } from './schema.ts';
import type { KeptRung } from './tables/help.ts';

/** How many rows of a kind are looked at for one App Home. */
const MANY = 200;

/** Somebody opened their App Home. */
export async function markHomeOpened(db: Db, teamId: string, personId: string, now: Date): Promise<void> {
  await db
    .updateTable('people')
    .set({ home_at: now })
    .where('team_id', '=', teamId)
    .where('id', '=', personId)
    .execute();
}

/** Whether they opened it since then. */
export async function wasHomeOpened(db: Db, teamId: string, personId: string, since: Date): Promise<boolean> {
  const row = await db
    .selectFrom('people')
    .select('id')
    .where('team_id', '=', teamId)
    .where('id', '=', personId)
    .where('home_at', '>', since)
    .executeTakeFirst();
  return row !== undefined;
}

/** When something last happened to each of these mentions, reminders aside. */
export async function lastHappenings(db: Db, mentionIds: number[]): Promise<Map<number, Date>> {
  if (mentionIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('activity')
    .select(['mention_id', sql<Date>`max(at)`.as('at')])
    .where('mention_id', 'in', mentionIds)
    .where('act', '<>', 'nudge')
    .groupBy('mention_id')
    .execute();
  return new Map(rows.map(({ mention_id: id, at }) => [id ?? 0, at]));
}

type Draft = { line: MentionLine; closesAt: Date; link: string | null };

/** Drafts of this person that are being voted on, the soonest to close first. */
export async function listOwnBallots(
  db: Db,
  teamId: string,
  personId: string,
  channels: string[],
  networks: NetworkFacts,
): Promise<Draft[]> {
  const rows = await mentionLines(db, teamId, channels)
    .innerJoin('ballots', 'ballots.mention_id', 'mentions.id')
    .leftJoin('postings as places', 'places.ballot_id', 'ballots.id')
    .select(['ballots.closes_at', 'places.channel_id as place_channel', 'places.message_ts as place_ts'])
    .where('ballots.status', '=', 'open')
    .where('ballots.writer_id', '=', personId)
    .orderBy('ballots.closes_at')
    .limit(MANY)
    .execute();
  return rows.map((row) => ({
    line: rowToLine(row, networks),
    closesAt: row.closes_at,
    link: row.place_channel && row.place_ts ? messageLink(row.team_url, row.place_channel, row.place_ts) : null,
  }));
}

type OpenCall = Omit<HomeCall, 'line'> & { mentionId: number; ladder: KeptRung[] };

/** Calls for help that nobody closed: those this person is on, and those nobody is on yet, the newest first. */
export async function listOpenCalls(db: Db, teamId: string, personId: string): Promise<OpenCall[]> {
  const rows = await db
    .selectFrom('escalations')
    .selectAll()
    .where('team_id', '=', teamId)
    .where('closed_at', 'is', null)
    .where((where) => where.or([where('acknowledged_by', 'is', null), where('acknowledged_by', '=', personId)]))
    .orderBy('id', 'desc')
    .limit(MANY)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    mentionId: row.mention_id,
    level: row.level,
    reason: row.reason,
    by: row.escalated_by,
    at: row.escalated_at,
    acknowledgedBy: row.acknowledged_by,
    ladder: row.ladder,
  }));
}

/** What this person owns of what departments were asked, then what nobody in these channels has taken. */
export async function listOpenRoutes(
  db: Db,
  teamId: string,
  personId: string,
  channels: string[],
): Promise<(Omit<HomeRoute, 'line'> & { mentionId: number })[]> {
  const rows = await db
    .selectFrom('routes')
    .innerJoin('teams', 'teams.id', 'routes.team_id')
    .leftJoin('postings', (join) =>
      join.onRef('postings.route_id', '=', 'routes.id').on('postings.removed_at', 'is', null),
    )
    .selectAll('routes')
    .select(['teams.url', 'postings.channel_id as place', 'postings.message_ts'])
    .where('routes.team_id', '=', teamId)
    .where('routes.state', '<>', 'done')
    .where((where) =>
      where.or([
        where('routes.owner_id', '=', personId),
        where.and([
          where('routes.owner_id', 'is', null),
          where('routes.channel_id', 'in', channels.length ? channels : ['']),
        ]),
      ]),
    )
    .orderBy(sql`routes.owner_id is null`)
    .orderBy(sql`routes.due_on nulls last`)
    .orderBy('routes.id')
    .limit(MANY)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    mentionId: row.mention_id,
    kind: row.kind,
    department: row.department,
    note: row.note,
    ownerId: row.owner_id,
    dueOn: row.due_on,
    state: row.state,
    link: row.place && row.message_ts ? messageLink(row.url, row.place, row.message_ts) : null,
  }));
}

/** These mentions as lines, as far as the reader is in their channels. */
export async function findLines(
  db: Db,
  teamId: string,
  mentionIds: number[],
  channels: string[],
  networks: NetworkFacts,
): Promise<Map<number, MentionLine>> {
  if (mentionIds.length === 0) return new Map();
  const rows = await mentionLines(db, teamId, channels).where('mentions.id', 'in', mentionIds).execute();
  return new Map(rows.map((row) => [row.id, rowToLine(row, networks)]));
}
