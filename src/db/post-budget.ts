import { sql } from 'kysely';
import type { Db } from './schema.ts';

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
