import { sql } from 'kysely';
import type { KeptReport } from '../domain/kept-report.ts';
import type { Db, Trx } from './schema.ts';

/** A report that was posted, and where it stands; no message while it is not drawn, or once somebody deleted it. */
export type PostedReport = { kept: KeptReport; channelId: string; messageTs: string | null; isRemoved: boolean };

/** Keeps a report as it was made, with the posting that shows it, due now. Gives the posting's id. */
export async function insertReport(
  trx: Trx,
  { teamId, channelId, kept }: { teamId: string; channelId: string; kept: KeptReport },
  now: Date,
): Promise<{ summaryId: number; postingId: number }> {
  const { kind, from, to, report, by, sentFor, audience } = kept;
  const summary = await trx
    .insertInto('summaries')
    .values({
      team_id: teamId,
      kind,
      channel_id: channelId,
      from_at: new Date(from),
      to_at: new Date(to),
      facts: JSON.stringify({ kind, from, to, report, by, sentFor, audience }),
      made_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const posting = await trx
    .insertInto('postings')
    .values({ team_id: teamId, kind: 'summary', summary_id: summary.id, channel_id: channelId, due_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { summaryId: summary.id, postingId: posting.id };
}

/** A report of this team that was posted; undefined for any other summary. */
export async function findReport(db: Db, teamId: string, summaryId: number): Promise<PostedReport | undefined> {
  const row = await db
    .selectFrom('summaries')
    .innerJoin('postings', 'postings.summary_id', 'summaries.id')
    .select(['summaries.facts', 'postings.channel_id', 'postings.message_ts', 'postings.removed_at'])
    .where('summaries.team_id', '=', teamId)
    .where('summaries.id', '=', summaryId)
    .executeTakeFirst();
  if (row?.facts.kind !== 'report') return undefined;
  const { facts: kept, channel_id: channelId, message_ts: messageTs } = row;
  return { kept, channelId, messageTs, isRemoved: row.removed_at !== null };
}

/** The report that was sent to this person for what they asked then, unless they deleted it. Lock the team first. */
export async function findSentReport(
  trx: Trx,
  teamId: string,
  { by, sentFor }: Pick<KeptReport, 'by' | 'sentFor'>,
): Promise<{ summaryId: number; postingId: number } | undefined> {
  return trx
    .selectFrom('summaries')
    .innerJoin('postings', 'postings.summary_id', 'summaries.id')
    .select(['summaries.id as summaryId', 'postings.id as postingId'])
    .where('summaries.team_id', '=', teamId)
    .where('summaries.kind', '=', 'report')
    .where(sql`summaries.facts ->> 'by'`, '=', by)
    .where(sql`summaries.facts ->> 'sentFor'`, '=', sentFor)
    .where('postings.removed_at', 'is', null)
    .executeTakeFirst();
}

/** Who sends the files of a report: true for the first who asks, so that they stand in its thread once. */
export async function takeExport(db: Db, teamId: string, summaryId: number): Promise<boolean> {
  const taken = await sql`
    update summaries set facts = facts || '{"isExported": true}'
    where team_id = ${teamId} and id = ${summaryId} and not facts ? 'isExported'`.execute(db);
  return taken.numAffectedRows === 1n;
}

/** The files did not arrive: the next who asks may try again. */
export async function giveBackExport(db: Db, teamId: string, summaryId: number): Promise<void> {
  await sql`update summaries set facts = facts - 'isExported' where team_id = ${teamId} and id = ${summaryId}`.execute(
    db,
  );
}
