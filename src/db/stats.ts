import { sql } from 'kysely';
import type { ReportFacts } from '../domain/overview.ts';
import type { Db } from './schema.ts';

/** What happened to the mentions that came in between two instants; response times leave backfill out. */
export async function readReport(
  db: Db,
  teamId: string,
  channels: string[],
  range: { from: Date; to: Date },
): Promise<ReportFacts> {
  const minutes = (until: string) =>
    sql<number | null>`percentile_cont(0.5) within group (
      order by extract(epoch from ${sql.ref(until)} - first_posted_at) / 60)
      filter (where not backfilled and first_posted_at is not null and ${sql.ref(until)} is not null)`;
  const counted = await db
    .selectFrom('mentions')
    .innerJoin('watches', 'watches.id', 'mentions.watch_id')
    .where('mentions.team_id', '=', teamId)
    .where('watches.channel_id', 'in', channels.length ? channels : [''])
    .where('mentions.created_at', '>=', range.from)
    .where('mentions.created_at', '<', range.to)
    .select([
      sql<number>`count(*)::int`.as('mentions'),
      sql<number>`count(first_claimed_at)::int`.as('claimed'),
      sql<number>`count(*) filter (where status = 'answered')::int`.as('answered'),
      sql<number>`count(*) filter (where status = 'dismissed')::int`.as('dismissed'),
      minutes('first_claimed_at').as('medianMinutesToClaim'),
      minutes('answered_at').as('medianMinutesToReply'),
    ])
    .executeTakeFirstOrThrow();
  return { ...range, ...counted };
}
