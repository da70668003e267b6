import { sql } from 'kysely';
import type { Db } from '../../src/db/schema.ts';
import type { Days } from '../../src/domain/report.ts';

/** What the plain queries over all mentions come to. */
export type RawReport = { mentions: number; medianMinutesToClaim: number };

/** The numbers of a report out of the mentions themselves, one query each, as it would be without tallies. */
export async function rawReport(db: Db, teamId: string, days: Days, before: Days): Promise<RawReport> {
  const counts = await countsOf(db, teamId, days);
  await countsOf(db, teamId, before);
  const of = among(teamId, days);
  await sql`select created_at::date, tone, count(*) from mentions ${of} group by 1, 2`.execute(db);
  await sql`select watch_id, count(*) from mentions ${of} group by 1`.execute(db);
  await sql`select tone, kind, count(*) from mentions ${of} group by 1, 2`.execute(db);
  await sql`select drafts.writer_id, count(*) from mentions join drafts on drafts.mention_id = mentions.id
    join replies on replies.draft_id = drafts.id and replies.state = 'posted' ${of} group by 1`.execute(db);
  await sql`select count(*) from mentions ${of} and coalesce(answered_at, now()) - first_posted_at > interval '1 day'`.execute(
    db,
  );
  return counts;
}

async function countsOf(db: Db, teamId: string, days: Days): Promise<RawReport> {
  const minutes = (until: string) => sql`extract(epoch from ${sql.ref(until)} - first_posted_at) / 60`;
  const { rows } = await sql<RawReport>`select count(*)::int as mentions, count(first_claimed_at) as claimed,
      count(*) filter (where status = 'answered'), count(*) filter (where status = 'dismissed'),
      (percentile_disc(0.5) within group (order by ${minutes('first_claimed_at')}))::float8 as "medianMinutesToClaim",
      percentile_disc(0.9) within group (order by ${minutes('first_claimed_at')}),
      percentile_disc(0.5) within group (order by ${minutes('answered_at')}),
      percentile_disc(0.9) within group (order by ${minutes('answered_at')})
    from mentions ${among(teamId, days)}`.execute(db);
  return rows[0] ?? { mentions: 0, medianMinutesToClaim: 0 };
}

function among(teamId: string, { first, last }: Days) {
  return sql`where mentions.team_id = ${teamId} and mentions.created_at >= ${first}::date
    and mentions.created_at < ${last}::date + 1`;
}
