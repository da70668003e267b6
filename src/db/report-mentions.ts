import { sql } from 'kysely';
import { OPEN_STATUSES } from '../domain/mention.ts';
import type { Range } from '../domain/time.ts';
import { type Weighed, weightOf } from '../domain/top-mentions.ts';
import type { Db } from './schema.ts';

/** The mentions of some watches that were found between two instants. */
export type FoundMentions = { teamId: string; watchIds: number[]; range: Range };

/** How many of them are still open and have stood in their channel since `since` or longer; backfill is left out. */
export async function countOpenSince(db: Db, { teamId, watchIds, range }: FoundMentions, since: Date): Promise<number> {
  const { total } = await db
    .selectFrom('mentions')
    .select(sql<number>`count(*)::int`.as('total'))
    .where('team_id', '=', teamId)
    .where('status', 'in', OPEN_STATUSES)
    .where('created_at', '>=', range.from)
    .where('created_at', '<', range.to)
    .where('watch_id', '=', sql<number>`any(${watchIds}::int[])`)
    .where('first_posted_at', '<', since)
    .where('backfilled', '=', false)
    .executeTakeFirstOrThrow();
  return total;
}

/** How many of them no tally counts yet: they were there before tallies were. */
export async function countUncounted(db: Db, { teamId, watchIds, range }: FoundMentions): Promise<number> {
  const { total } = await db
    .selectFrom('mentions')
    .select(sql<number>`count(*)::int`.as('total'))
    .where('team_id', '=', teamId)
    .where('created_at', '>=', range.from)
    .where('created_at', '<', range.to)
    .where('tallied', 'is', null)
    .where('watch_id', '=', sql<number>`any(${watchIds}::int[])`)
    .executeTakeFirstOrThrow();
  return total;
}

/** Of many mentions, so many of each kind that something marks are weighed, and the newest. */
const NEWEST = 300;
const MARKED = 100;

/** The ids of those that mattered most, the weightiest first. */
export async function listTop(db: Db, found: FoundMentions, limit: number): Promise<number[]> {
  const weighed = await listWeighed(db, found);
  return weighed
    .map((one) => ({ id: one.id, weight: weightOf(one) }))
    .sort((a, b) => b.weight - a.weight || b.id - a.id)
    .slice(0, limit)
    .map(({ id }) => id);
}

/** Called for help, seen in several places, by authors of most reach, most answered and shared, and the newest. */
async function listWeighed(db: Db, { teamId, watchIds, range }: FoundMentions): Promise<(Weighed & { id: number })[]> {
  const found = sql`mentions.team_id = ${teamId} and mentions.watch_id = any(${watchIds}::int[])
    and mentions.created_at >= ${range.from} and mentions.created_at < ${range.to}`;
  const { rows } = await sql<Weighed & { id: number }>`
    with marked as (
      (select mentions.id from mentions where ${found} order by mentions.created_at desc limit ${NEWEST})
      union
      (select mentions.id from escalations join mentions on mentions.id = escalations.mention_id
        where escalations.team_id = ${teamId} and ${found} order by escalations.id desc limit ${MARKED})
      union
      (select mentions.id from sightings join mentions on mentions.id = sightings.mention_id where ${found}
        group by mentions.id order by count(*) desc limit ${MARKED})
      union
      (select mentions.id from (select id from authors where team_id = ${teamId} and reach > 0
          order by reach desc limit ${MARKED}) as heard
        join items on items.author_id = heard.id join mentions on mentions.item_id = items.id
        where ${found} limit ${MARKED})
    )
    select mentions.id, mentions.tone, coalesce(abs(mentions.tone_score), 0)::float8 as strength,
      coalesce(authors.reach, 0) as reach, coalesce(items.engagement, 0) as engagement,
      (select count(*)::int from sightings where sightings.mention_id = mentions.id) as sightings,
      (select count(*)::int from escalations where escalations.mention_id = mentions.id) as calls
    from marked join mentions on mentions.id = marked.id join items on items.id = mentions.item_id
    left join authors on authors.id = items.author_id`.execute(db);
  return rows;
}
