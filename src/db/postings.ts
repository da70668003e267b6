import { type RawBuilder, sql } from 'kysely';
import type { Db, PostingRow, Trx } from './schema.ts';
import type { PostingKind } from './tables/posting.ts';

/** Which postings are out of date: everything of a mention also when its own words changed. */
type Raised =
  | { mentionId: number }
  | { wholeMentionId: number }
  | { ballotId: number }
  | { escalationId: number }
  | { routeId: number }
  | { crisisId: number };

/**
 * What Slack shows is out of date and due. Of a mention that is whatever shows where it stands: its card, its calls for
 * help, the ballot that still matters; a department's posting shows only the route. `everyMs` holds back a busy tally.
 */
export async function raisePostings(
  trx: Trx,
  where: Raised,
  now: Date,
  options: { everyMs?: number } = {},
): Promise<void> {
  const dueAt = sql<Date>`greatest(${now}::timestamptz, drawn_at + ${options.everyMs ?? 0} * interval '1 millisecond')`;
  await trx
    .updateTable('postings')
    .set(nextVersion(dueAt))
    .where('removed_at', 'is', null)
    .where('kind', '<>', 'notice')
    .where(raisedBy(where))
    .execute();
}

/** The next version, due then at the latest. It may be drawable where the last one was not: a dead row lives again. */
function nextVersion(dueAt: RawBuilder<Date>) {
  return {
    version: sql<number>`version + 1`,
    due_at: sql<Date>`least(coalesce(due_at, 'infinity'), ${dueAt})`,
    tries: sql<number>`case when dead_at is null then tries else 0 end`,
    dead_at: null,
  };
}

function raisedBy(where: Raised) {
  if ('ballotId' in where) return sql<boolean>`ballot_id = ${where.ballotId}`;
  if ('escalationId' in where) return sql<boolean>`escalation_id = ${where.escalationId}`;
  if ('crisisId' in where) return sql<boolean>`crisis_id = ${where.crisisId}`;
  if ('routeId' in where) return sql<boolean>`route_id = ${where.routeId}`;
  if ('wholeMentionId' in where) return sql<boolean>`mention_id = ${where.wholeMentionId}`;
  return sql<boolean>`mention_id = ${where.mentionId} and route_id is null and (ballot_id is null or exists (
    select from ballots where ballots.id = ballot_id and ballots.status in ('open', 'approved')))`;
}

/** What links to a posting of each kind. */
const LINKED_FROM: Partial<Record<PostingKind, PostingKind[]>> = {
  card: ['ballot', 'escalation', 'route', 'crisis'],
  ballot: ['card', 'escalation'],
  route: ['card'],
};

/** Somebody asked for a wish once more: what shows how often, of every route that is not done, is redrawn by the minute. */
export async function raiseWish(db: Db, wishId: number, now: Date): Promise<void> {
  // In one order, whoever asks: two orders would lock each other out.
  await sql`
    update postings set version = version + 1,
      due_at = least(coalesce(due_at, 'infinity'), greatest(${now}::timestamptz, drawn_at + interval '1 minute'))
    where id in (
      select postings.id from postings join routes on routes.mention_id = postings.mention_id
      where routes.wish_id = ${wishId} and routes.state <> 'done' and postings.removed_at is null
        and (postings.kind = 'card' or postings.route_id = routes.id)
      order by postings.id for update of postings)`.execute(db);
}

/** Something came to stand in its channel, or went: what links to it is out of date. Lock the mention first. */
export async function raiseLinksTo(trx: Trx, posting: PostingRow, now: Date): Promise<void> {
  const linkedFrom = LINKED_FROM[posting.kind];
  if (posting.mention_id === null || !linkedFrom) return;
  await trx
    .updateTable('postings')
    .set(nextVersion(sql<Date>`${now}::timestamptz`))
    .where('mention_id', '=', posting.mention_id)
    .where('kind', 'in', linkedFrom)
    .where('removed_at', 'is', null)
    .execute();
}

/** A new thing to show beside the card. Returns its id. */
export async function insertPosting(
  trx: Trx,
  posting: Pick<PostingRow, 'team_id' | 'kind' | 'channel_id'> &
    Partial<Pick<PostingRow, 'mention_id' | 'ballot_id' | 'escalation_id' | 'route_id' | 'crisis_id' | 'notice'>>,
  now: Date,
): Promise<number> {
  const row = await trx
    .insertInto('postings')
    .values({ ...posting, due_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Calls one rung for help: one posting each, however often it is asked for. */
export async function insertCall(
  trx: Trx,
  call: { teamId: string; mentionId: number; escalationId: number; called: string; channelId: string },
  now: Date,
): Promise<void> {
  await trx
    .insertInto('postings')
    .values({
      team_id: call.teamId,
      kind: 'escalation',
      mention_id: call.mentionId,
      escalation_id: call.escalationId,
      called: call.called,
      channel_id: call.channelId,
      due_at: now,
    })
    .onConflict((known) => known.columns(['escalation_id', 'called']).doNothing())
    .execute();
}

/** The posting a message belongs to. */
export function findPostingByMessage(
  db: Db,
  teamId: string,
  channelId: string,
  messageTs: string,
): Promise<PostingRow | undefined> {
  return db
    .selectFrom('postings')
    .selectAll()
    .where('team_id', '=', teamId)
    .where('channel_id', '=', channelId)
    .where('message_ts', '=', messageTs)
    .executeTakeFirst();
}

/** One posting of the team. */
export function findPosting(db: Db, teamId: string, id: number): Promise<PostingRow | undefined> {
  return db.selectFrom('postings').selectAll().where('team_id', '=', teamId).where('id', '=', id).executeTakeFirst();
}

/** Where a ballot stands. */
export function findBallotPosting(db: Db, ballotId: number): Promise<PostingRow | undefined> {
  return db.selectFrom('postings').selectAll().where('ballot_id', '=', ballotId).executeTakeFirst();
}

const SUBJECTS = {
  ballot: 'ballot_id',
  escalation: 'escalation_id',
  route: 'route_id',
  crisis: 'crisis_id',
  summary: 'summary_id',
} as const;

/**
 * The posting of a card by its mention's id, of a ballot, an escalation, a route or a crisis by their own. A call for
 * help has several: one in `places` goes before the others, and one whose message is unknown before one that stands.
 */
export function findPostingOf(
  db: Db | Trx,
  teamId: string,
  kind: PostingKind,
  subjectId: number,
  places: string[] = [],
): Promise<PostingRow | undefined> {
  const column = Object.hasOwn(SUBJECTS, kind) ? SUBJECTS[kind as keyof typeof SUBJECTS] : 'mention_id';
  return db
    .selectFrom('postings')
    .selectAll()
    .where('team_id', '=', teamId)
    .where('kind', '=', kind)
    .where(column, '=', subjectId)
    .orderBy(sql`channel_id <> all(${places}::text[])`)
    .orderBy(sql`message_ts is not null`)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
}
