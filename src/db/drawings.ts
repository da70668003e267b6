import { sql } from 'kysely';
import type { Leased } from './due.ts';
import type { Db, PostingRow, Trx } from './schema.ts';
import { retally } from './tallies.ts';

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
