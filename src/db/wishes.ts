import { sql } from 'kysely';
import type { Wish } from '../domain/wish.ts';
import type { Db, Trx } from './schema.ts';

/** The department's wish with this key, made with this title when it was never heard before. Returns its id. */
export async function keepWish(
  trx: Trx,
  wish: { teamId: string; department: string; title: string; key: string; at: Date },
): Promise<number> {
  const row = await trx
    .insertInto('wishes')
    .values({
      team_id: wish.teamId,
      department: wish.department,
      title: wish.title,
      folded: wish.key,
      created_at: wish.at,
    })
    // Writing the key anew gives the known row back, also one that another transaction has just made.
    .onConflict((known) => known.columns(['team_id', 'department', 'folded']).doUpdateSet({ folded: wish.key }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** One wish of the team. */
export function findWish(db: Db, teamId: string, id: number) {
  return db.selectFrom('wishes').selectAll().where('team_id', '=', teamId).where('id', '=', id).executeTakeFirst();
}

/** What these departments were asked for, the latest asked first. */
export async function listWishes(db: Db, teamId: string, departments: string[], limit: number): Promise<Wish[]> {
  if (departments.length === 0) return [];
  const rows = await db
    .selectFrom('wishes')
    .innerJoin('routes', 'routes.wish_id', 'wishes.id')
    .select(['wishes.id', 'wishes.department', 'wishes.title'])
    .select(sql<number>`count(distinct routes.mention_id)::int`.as('times'))
    .where('wishes.team_id', '=', teamId)
    .where('wishes.department', 'in', departments)
    .groupBy('wishes.id')
    .orderBy(sql`max(routes.id)`, 'desc')
    .limit(limit)
    .execute();
  return rows;
}
