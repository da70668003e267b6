import { type Selectable, sql } from 'kysely';
import type { HomePicture } from '../domain/home-picture.ts';
import { type Leased, lease } from './due.ts';
import type { Db } from './schema.ts';
import type { PicturesTable } from './tables/knowing.ts';

export type PictureRow = Selectable<PicturesTable>;

/** The team's picture, when it is due; its row is made where there is none. */
export async function leasePicture(
  db: Db,
  teamId: string,
  now: Date,
  leaseMs: number,
): Promise<Leased<'pictures'> | undefined> {
  await db
    .insertInto('pictures')
    .values({ team_id: teamId, due_at: now })
    .onConflict((known) => known.column('team_id').doNothing())
    .execute();
  const [row] = await lease(db, 'pictures', { teamId, now, limit: 1, leaseMs });
  return row;
}

/** What is shown from now on and what Slack is taking in, and when to look again. Nothing is written without the lease. */
export async function settlePicture(
  db: Db,
  row: Leased<'pictures'>,
  next: { shown: HomePicture | null; sent: HomePicture | null; dueAt: Date },
): Promise<void> {
  await db
    .updateTable('pictures')
    .set({
      shown: next.shown && JSON.stringify(next.shown),
      sent: next.sent && JSON.stringify(next.sent),
      due_at: next.dueAt,
      tries: 0,
      last_error: null,
      lease_token: null,
      lease_until: null,
    })
    .where('id', '=', row.id)
    .where(sql<boolean>`lease_token = ${row.lease_token}`)
    .execute();
}

/** The picture that App Home shows; null while there is none. */
export async function findPicture(db: Db, teamId: string): Promise<HomePicture | null> {
  const row = await db.selectFrom('pictures').select('shown').where('team_id', '=', teamId).executeTakeFirst();
  return row?.shown ?? null;
}
