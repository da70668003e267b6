import { findReport, giveBackExport, insertReport, takeExport } from '../db/kept-reports.ts';
import type { Deps } from '../deps.ts';
import { keepReport, reportOf } from '../domain/kept-report.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { AskedReport } from '../domain/report-asked.ts';
import { notOneOfUs } from '../domain/rights.ts';
import { drawOne } from './draw-posting.ts';
import { getPerson } from './person.ts';
import { readReportOf } from './read-report.ts';
import { sendReportFiles } from './report-files.ts';

/** `later`: the report waits to be posted, and its files can be asked for under it. */
export type Exported = 'sent' | 'sent_already' | 'later';

/**
 * The files of a report that a person alone sees: they have no thread to stand in, so the report goes to the person as
 * a direct message, and the files into its thread.
 */
export async function exportReport(
  deps: Deps,
  personId: string,
  asked: AskedReport,
  at: Date,
): Promise<Exported | Refusal> {
  const facts = await readReportOf(deps, await deps.slack.channelsOf(personId), asked, at);
  if (isRefusal(facts)) return facts;
  const kept = keepReport(facts, personId, true);
  const ids = await deps.db
    .transaction()
    .execute((trx) => insertReport(trx, { teamId: deps.teamId, channelId: personId, kept }, deps.clock()));
  await drawOne(deps, ids.postingId);
  return exportPosted(deps, personId, ids.summaryId);
}

/** The files of a report that was posted, into its thread, once. */
export async function exportPosted(deps: Deps, personId: string, summaryId: number): Promise<Exported | Refusal> {
  const found = await findReport(deps.db, deps.teamId, summaryId);
  if (!found) return { refusal: 'gone' };
  const { kept, channelId, messageTs } = found;
  const refused = await refusedExport(deps, personId, found.channelId, kept.isDirect ? kept.by : null);
  if (refused) return refused;
  if (messageTs === null) return 'later';
  if (!(await takeExport(deps.db, deps.teamId, summaryId))) return 'sent_already';
  const under = { channel: channelId, ts: messageTs };
  const sent = await sendReportFiles(deps, under, reportOf(kept), kept.isDirect ? 'person' : 'channel').catch(
    async (error: unknown) => {
      await giveBackExport(deps.db, deps.teamId, summaryId);
      throw error;
    },
  );
  if (isRefusal(sent)) await giveBackExport(deps.db, deps.teamId, summaryId);
  return sent;
}

/** A direct message is its reader's own; in a channel it is for employees who are in it. */
async function refusedExport(
  deps: Deps,
  personId: string,
  channelId: string,
  owner: string | null,
): Promise<Refusal | undefined> {
  if (owner !== null) return owner === personId ? undefined : { refusal: 'gone' };
  const refused = notOneOfUs(await getPerson(deps, personId));
  if (refused) return refused;
  return (await deps.slack.channelsOf(personId)).includes(channelId) ? undefined : { refusal: 'not_in_channel' };
}
