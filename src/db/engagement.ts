import { sql } from 'kysely';
import type { Db } from './schema.ts';

/** How many of a network's newest items say what is usual there; with fewer than the least, nothing is. */
const SAMPLE = { most: 500, least: 5 };

/** Writes how many answers items have by now, as their network tells it; items not kept are left out. */
export async function refreshEngagement(
  db: Db,
  teamId: string,
  network: string,
  items: { externalId: string; engagement: number | null }[],
): Promise<void> {
  const told = items.filter(({ engagement }) => engagement !== null);
  if (told.length === 0) return;
  await sql`
    update items set engagement = told.engagement
    from unnest(${told.map(({ externalId }) => externalId)}::text[], ${told.map(({ engagement }) => engagement)}::int[])
      as told (external_id, engagement)
    where items.team_id = ${teamId} and items.network = ${network} and items.external_id = told.external_id
      and items.engagement is distinct from told.engagement`.execute(db);
}

/** The median engagement of what was said lately, for each of these networks that tells it. */
export async function usualEngagement(db: Db, teamId: string, networks: string[]): Promise<Map<string, number>> {
  if (networks.length === 0) return new Map();
  const { rows } = await sql<{ network: string; usual: number }>`
    select asked.network, lately.usual
    from unnest(${networks}::text[]) as asked (network)
    cross join lateral (
      select percentile_cont(0.5) within group (order by engagement)::real as usual, count(*) as of
      from (
        select engagement from items
        where team_id = ${teamId} and network = asked.network and engagement is not null
        order by id desc limit ${SAMPLE.most}) newest
    ) lately
    where lately.of >= ${SAMPLE.least}`.execute(db);
  return new Map(rows.map((row) => [row.network, Number(row.usual)]));
}
