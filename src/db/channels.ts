import type { Db } from './schema.ts';

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
