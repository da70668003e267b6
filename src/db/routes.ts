import { type Selectable, sql } from 'kysely';
import type { RouteFacts } from '../domain/card.ts';
import type { Route } from '../domain/route.ts';
import type { Db, Trx } from './schema.ts';
import type { RoutesTable } from './tables/help.ts';

/** The bridge between the row and the domain. */
export function rowToRoute(row: Selectable<RoutesTable>): Route {
  return {
    id: row.id,
    teamId: row.team_id,
    mentionId: row.mention_id,
    wishId: row.wish_id,
    kind: row.kind,
    department: row.department,
    channelId: row.channel_id,
    note: row.note,
    dueOn: row.due_on,
    routedBy: row.routed_by,
    routedAt: row.routed_at,
    state: row.state,
    ownerId: row.owner_id,
    acceptedAt: row.accepted_at,
    question: row.question,
    questionBy: row.question_by,
    explanation: row.explanation,
    explainedBy: row.explained_by,
    outcome: row.outcome,
    doneBy: row.done_by,
    doneAt: row.done_at,
    toldAt: row.told_at,
  };
}

export type NewRoute = Pick<
  Route,
  | 'teamId'
  | 'mentionId'
  | 'wishId'
  | 'kind'
  | 'department'
  | 'channelId'
  | 'note'
  | 'dueOn'
  | 'routedBy'
  | 'routedAt'
  | 'ownerId'
>;

/** A mention is handed to a department; the row is due when its day has passed. Returns its id. */
export async function insertRoute(trx: Trx, route: NewRoute, overdueAt: Date | null): Promise<number> {
  const row = await trx
    .insertInto('routes')
    .values({
      team_id: route.teamId,
      mention_id: route.mentionId,
      wish_id: route.wishId,
      kind: route.kind,
      department: route.department,
      channel_id: route.channelId,
      note: route.note,
      due_on: route.dueOn,
      routed_by: route.routedBy,
      routed_at: route.routedAt,
      state: 'asked',
      owner_id: route.ownerId,
      due_at: overdueAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** One route of the team. */
export async function findRoute(db: Db | Trx, teamId: string, id: number): Promise<Route | undefined> {
  const row = await routes(db, teamId).where('id', '=', id).executeTakeFirst();
  return row && rowToRoute(row);
}

/** The same, locked until the transaction ends; lock its mention first. */
export async function lockRoute(trx: Trx, teamId: string, id: number): Promise<Route | undefined> {
  const row = await routes(trx, teamId).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && rowToRoute(row);
}

/** What the mention is to this department already, unless that is done. */
export async function findOpenRoute(trx: Trx, mentionId: number, department: string): Promise<Route | undefined> {
  const row = await trx
    .selectFrom('routes')
    .selectAll()
    .where('mention_id', '=', mentionId)
    .where('department', '=', department)
    .where('state', '<>', 'done')
    .executeTakeFirst();
  return row && rowToRoute(row);
}

function routes(db: Db | Trx, teamId: string) {
  return db.selectFrom('routes').selectAll().where('team_id', '=', teamId);
}

/** Writes what an event left on a locked route; what is done is due no more. */
export async function saveRoute(trx: Trx, route: Route): Promise<void> {
  await trx
    .updateTable('routes')
    .set({
      state: route.state,
      owner_id: route.ownerId,
      accepted_at: route.acceptedAt,
      question: route.question,
      question_by: route.questionBy,
      explanation: route.explanation,
      explained_by: route.explainedBy,
      outcome: route.outcome,
      done_by: route.doneBy,
      done_at: route.doneAt,
      ...(route.state === 'done' && { due_at: null, dead_at: null }),
    })
    .where('id', '=', route.id)
    .execute();
}

/** The author outside has read a reply that was written when these outcomes were known. Returns whose. */
export async function markTold(trx: Trx, mentionId: number, draftId: number, now: Date): Promise<number[]> {
  const told = await trx
    .updateTable('routes')
    .set({ told_at: now })
    .where('mention_id', '=', mentionId)
    .where('told_at', 'is', null)
    .where('done_at', '<=', (where) => where.selectFrom('drafts').select('created_at').where('id', '=', draftId))
    .returning('id')
    .execute();
  return told.map((row) => row.id);
}

/** The routes of a mention with their wishes, the oldest first; `toMessage` makes Slack's link to a message. */
export async function listRoutes(
  db: Db | Trx,
  mentionId: number,
  toMessage: (channelId: string, messageTs: string) => string,
): Promise<RouteFacts[]> {
  const rows = await db
    .selectFrom('routes')
    .leftJoin('wishes', 'wishes.id', 'routes.wish_id')
    .leftJoin('postings', (join) =>
      join.onRef('postings.route_id', '=', 'routes.id').on('postings.removed_at', 'is', null),
    )
    .selectAll('routes')
    .select(['wishes.title', 'postings.channel_id as place', 'postings.message_ts'])
    .select([TIMES.as('times'), SINCE.as('since')])
    .where('routes.mention_id', '=', mentionId)
    .orderBy('routes.id')
    .execute();
  return rows.map((row) => ({
    ...rowToRoute(row),
    wish: row.title ?? '',
    asked: { times: row.times, since: row.since },
    link: row.place && row.message_ts ? toMessage(row.place, row.message_ts) : null,
  }));
}

/** Whoever asked for the same wish before this route was done; without a wish, only this route. */
const SAME = sql`from routes same where (same.id = routes.id or same.wish_id = routes.wish_id)
  and same.routed_at <= coalesce(routes.done_at, 'infinity')`;
const TIMES = sql<number>`(select count(distinct same.mention_id)::int ${SAME})`;
const SINCE = sql<Date>`(select min(same.routed_at) ${SAME})`;
