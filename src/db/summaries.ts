import type { KeptReport } from '../domain/kept-report.ts';
import type { SummaryFacts } from '../domain/summary.ts';
import type { Db, Trx } from './schema.ts';

/** Keeps a summary as it was made, with the posting that shows it, due now. */
export async function insertSummary(
  trx: Trx,
  summary: { teamId: string; channelId: string; facts: SummaryFacts },
  now: Date,
): Promise<void> {
  const { teamId, channelId, facts } = summary;
  const { id } = await trx
    .insertInto('summaries')
    .values({
      team_id: teamId,
      kind: facts.kind,
      channel_id: channelId,
      from_at: new Date(facts.from),
      to_at: new Date(facts.to),
      facts: JSON.stringify(facts),
      made_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('postings')
    .values({ team_id: teamId, kind: 'summary', summary_id: id, channel_id: channelId, due_at: now })
    .execute();
}

/** What a summary shows, or a report that was posted. */
export async function findSummary(db: Db, teamId: string, id: number): Promise<SummaryFacts | KeptReport | undefined> {
  const row = await db
    .selectFrom('summaries')
    .select('facts')
    .where('team_id', '=', teamId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.facts;
}
