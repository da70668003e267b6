import { sql } from 'kysely';
import type { Leased } from './due.ts';
import type { Db, PostingRow, Trx } from './schema.ts';
import type { PostingKind } from './tables/posting.ts';
import { retally } from './tallies.ts';

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
    .set({
      version: sql<number>`version + 1`,
      due_at: sql<Date>`least(coalesce(due_at, 'infinity'), ${dueAt})`,
    })
    .where('removed_at', 'is', null)
    .where('kind', '<>', 'notice')
    .where(raisedBy(where))
    .execute();
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
    .set({
      version: sql<number>`version + 1`,
      due_at: sql<Date>`least(coalesce(due_at, 'infinity'), ${now}::timestamptz)`,
    })
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

/** Everything of one mention that is not yet as it should be in Slack; what is to be posted before what links to it. */
export async function listDuePostings(db: Db, teamId: string, mentionId: number, now: Date): Promise<number[]> {
  const rows = await db
    .selectFrom('postings')
    .select('id')
    .where('team_id', '=', teamId)
    .where('mention_id', '=', mentionId)
    .where('due_at', '<=', now)
    .where('dead_at', 'is', null)
    .orderBy(sql`message_ts is not null`)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}

/** Before a post is sent: should the answer be lost, the row remembers that there may be a message. False without the lease. */
export async function noteAttempt(db: Db, posting: Leased<'postings'>, now: Date | null): Promise<boolean> {
  const noted = await db
    .updateTable('postings')
    .set({ attempted_at: now })
    .where('id', '=', posting.id)
    .where('lease_token', '=', posting.lease_token)
    .executeTakeFirst();
  return noted.numUpdatedRows === 1n;
}

/** Slack shows `drawn.version`. Due again at once when the row has moved on meanwhile. False when the lease was lost. */
export async function settleDrawing(
  trx: Trx,
  posting: Leased<'postings'>,
  drawn: { version: number; channelId: string; messageTs: string; now: Date },
): Promise<boolean> {
  const saved = await trx
    .updateTable('postings')
    .set({
      // A message to a person stands in a channel of its own.
      channel_id: drawn.channelId,
      message_ts: drawn.messageTs,
      drawn_version: drawn.version,
      drawn_at: drawn.now,
      posted_at: sql<Date>`coalesce(posted_at, ${drawn.now})`,
      attempted_at: null,
      due_at: sql<Date | null>`case when version > ${drawn.version} then ${drawn.now}::timestamptz end`,
      last_error: null,
      tries: 0,
      lease_token: null,
      lease_until: null,
    })
    .where('id', '=', posting.id)
    .where('lease_token', '=', posting.lease_token)
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

/** A lost post turned up: its message is this posting's from now on. */
export async function adoptMessage(
  db: Db | Trx,
  postingId: number,
  { channel, ts }: { channel: string; ts: string },
): Promise<void> {
  await db
    .updateTable('postings')
    .set({ channel_id: channel, message_ts: ts, attempted_at: null })
    .where('id', '=', postingId)
    .where('message_ts', 'is', null)
    .execute();
}

/** Somebody deleted the message: nothing is drawn there any more. */
export async function markRemoved(trx: Trx, posting: PostingRow, now: Date): Promise<boolean> {
  const removed = await trx
    .updateTable('postings')
    .set({ removed_at: now, due_at: null, lease_token: null, lease_until: null })
    .where('id', '=', posting.id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return removed.numUpdatedRows === 1n;
}

/** The first card stands in its channel: response clocks start, and what was done before counts from now on. */
export async function startClocks(trx: Trx, teamId: string, mentionId: number, now: Date): Promise<void> {
  const started = await trx
    .updateTable('mentions')
    .set({ first_posted_at: now })
    .where('id', '=', mentionId)
    .where('first_posted_at', 'is', null)
    .executeTakeFirst();
  if (started.numUpdatedRows > 0n) await retally(trx, teamId, [mentionId]);
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

/** One post a second and channel. A place taken this late still counts as on time: sweeps wake every second or so. */
const POST_EVERY_MS = 1_000;
const LATE_MS = 200;

/** Takes the channel's next place for a post. False when it is not free yet. */
export async function takePostSlot(db: Db, teamId: string, channelId: string, now: Date): Promise<boolean> {
  const inTime = new Date(+now - LATE_MS);
  const next = sql<Date>`greatest(channels.next_post_at, ${inTime}::timestamptz) + ${POST_EVERY_MS} * interval '1 millisecond'`;
  const taken = await db
    .insertInto('channels')
    .values({ team_id: teamId, id: channelId, next_post_at: new Date(+inTime + POST_EVERY_MS) })
    .onConflict((known) =>
      known
        .columns(['team_id', 'id'])
        .doUpdateSet({ next_post_at: next })
        .where(({ eb, or }) => or([eb('channels.next_post_at', 'is', null), eb('channels.next_post_at', '<=', now)]))
        .where('channels.paused_at', 'is', null),
    )
    .executeTakeFirst();
  return taken.numInsertedOrUpdatedRows === 1n;
}

/** One place every 1.3 s, about 46 a minute, and as many at once as `burst` while the budget is full. */
const UPDATE_EVERY_MS = 1_300;

/** Takes one place of the workspace's budget of message updates. False when it is used up for now. */
export async function takeUpdateSlot(db: Db, teamId: string, now: Date, burst: number): Promise<boolean> {
  const taken = await db
    .updateTable('teams')
    .set({
      update_slot_at: sql<Date>`greatest(update_slot_at, ${now}::timestamptz) + ${UPDATE_EVERY_MS} * interval '1 millisecond'`,
    })
    .where('id', '=', teamId)
    .where(mayUpdate(now, burst))
    .executeTakeFirst();
  return taken.numUpdatedRows === 1n;
}

/** Slack asked for silence: in one channel, or in the whole workspace. */
export async function holdPosts(db: Db, teamId: string, channelId: string, until: Date): Promise<void> {
  await db
    .insertInto('channels')
    .values({ team_id: teamId, id: channelId, next_post_at: until })
    .onConflict((known) =>
      known
        .columns(['team_id', 'id'])
        .doUpdateSet({ next_post_at: sql<Date>`greatest(channels.next_post_at, ${until})` }),
    )
    .execute();
}

/** No message of this workspace is updated before `until`. */
export async function holdUpdates(db: Db, teamId: string, until: Date): Promise<void> {
  const pausedUntil = sql<Date>`greatest(paused_until, ${until})`;
  await db.updateTable('teams').set({ paused_until: pausedUntil }).where('id', '=', teamId).execute();
}

/** Whether the workspace's budget of updates has a place, and Slack has not asked for silence. */
function mayUpdate(now: Date, burst: number) {
  const latest = new Date(+now + burst * UPDATE_EVERY_MS);
  return sql<boolean>`coalesce(teams.update_slot_at <= ${latest}, true) and coalesce(teams.paused_until <= ${now}, true)`;
}

/**
 * Only postings that can be drawn now: where the channel is open and has a free place, the longest due of its first
 * posts, and updates while the budget lasts. What has to wait does not stand in the way of the rest.
 */
export function drawableNow(now: Date, burst: number) {
  return sql<boolean>`not exists (
      select from channels where channels.team_id = postings.team_id and channels.id = postings.channel_id
        and (channels.paused_at is not null or (postings.message_ts is null and channels.next_post_at > ${now})))
    and case when postings.message_ts is null then not exists (
        select from postings earlier where earlier.team_id = postings.team_id
          and earlier.channel_id = postings.channel_id and earlier.message_ts is null and earlier.dead_at is null
          and earlier.due_at <= ${now} and (earlier.due_at, earlier.id) < (postings.due_at, postings.id))
      else exists (select from teams where teams.id = postings.team_id and ${mayUpdate(now, burst)}) end`;
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
