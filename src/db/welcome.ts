import { sql } from 'kysely';
import type { Db, Trx } from './schema.ts';

/** Takes the one greeting a team gets: true for the first who asks while nothing is watched yet. */
export async function takeGreeting(trx: Trx, teamId: string, now: Date): Promise<boolean> {
  const taken = await trx
    .updateTable('teams')
    .set({ greeted_at: now })
    .where('id', '=', teamId)
    .where('greeted_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('watches').select('id').where('team_id', '=', teamId))),
    )
    .executeTakeFirst();
  return taken.numUpdatedRows === 1n;
}

/** What the greeting shows of the first steps is out of date and due. */
export async function raiseWelcome(trx: Trx, teamId: string, now: Date): Promise<void> {
  await trx
    .updateTable('postings')
    .set({ version: sql<number>`version + 1`, due_at: now })
    .where('team_id', '=', teamId)
    .where('kind', '=', 'welcome')
    .where('removed_at', 'is', null)
    .execute();
}

/** Greetings that are not yet as they should be. */
export async function listDueWelcomes(db: Db, teamId: string, now: Date): Promise<number[]> {
  const rows = await db
    .selectFrom('postings')
    .select('id')
    .where('team_id', '=', teamId)
    .where('kind', '=', 'welcome')
    .where('due_at', '<=', now)
    .where('dead_at', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}

/** The one line of help that everybody gets once: true for the first time. */
export async function takeHelp(db: Db, teamId: string, personId: string, now: Date): Promise<boolean> {
  const taken = await db
    .updateTable('people')
    .set({ helped_at: now })
    .where('team_id', '=', teamId)
    .where('id', '=', personId)
    .where('helped_at', 'is', null)
    .executeTakeFirst();
  return taken.numUpdatedRows === 1n;
}
