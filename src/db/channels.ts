import { sql } from 'kysely';
import type { Db, Trx } from './schema.ts';

/** Remembers whether only its members can read a channel. */
export async function savePrivacy(db: Db, teamId: string, channelId: string, isPrivate: boolean): Promise<void> {
  await db
    .insertInto('channels')
    .values({ team_id: teamId, id: channelId, is_private: isPrivate })
    .onConflict((known) => known.columns(['team_id', 'id']).doUpdateSet({ is_private: isPrivate }))
    .execute();
}

/** Whether those in `readers` may read the mentions of this watch: its channel is public, or theirs. No while nobody knows. */
export async function mayRead(db: Db, teamId: string, watchId: number, readers: string): Promise<boolean> {
  const row = await db
    .selectFrom('watches')
    .leftJoin('channels', (join) =>
      join.onRef('channels.team_id', '=', 'watches.team_id').onRef('channels.id', '=', 'watches.channel_id'),
    )
    .select(['watches.channel_id', 'channels.is_private'])
    .where('watches.team_id', '=', teamId)
    .where('watches.id', '=', watchId)
    .executeTakeFirst();
  return row?.is_private === false || row?.channel_id === readers;
}

/** Whether anything of ours goes to this channel: cards, votes, calls for help, what departments are asked, summaries. */
export async function isUsed(db: Db | Trx, teamId: string, channelId: string): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`select
    exists (select from watches where team_id = ${teamId}
      and (channel_id = ${channelId} or escalation @> ${JSON.stringify([{ to: channelId }])}::jsonb))
    or exists (select from schedules where team_id = ${teamId} and channel_id = ${channelId})
    or exists (select from postings where team_id = ${teamId} and channel_id = ${channelId} and removed_at is null)
    or exists (select from teams where id = ${teamId} and (${channelId} in (approvals_channel, escalations_channel, default_channel)
      or departments @> ${JSON.stringify([{ channel: channelId }])}::jsonb)) as used`.execute(db);
  return rows[0]?.used ?? false;
}
