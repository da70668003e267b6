import {
  findReport,
  findSentReport,
  giveBackExport,
  insertReport,
  type PostedReport,
  takeExport,
} from '../db/kept-reports.ts';
import { lockTeam } from '../db/team-settings.ts';
import type { Deps } from '../deps.ts';
import { type KeptReport, keepReport, reportOf } from '../domain/kept-report.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { AskedReport } from '../domain/report-asked.ts';
import { notOneOfUs } from '../domain/rights.ts';
import { drawOne } from './draw-posting.ts';
import { getPerson } from './person.ts';
import { readReportOf } from './read-report.ts';
import { sendReportFiles } from './report-files.ts';

/** Where the files are: in the report's own thread, or in that of a direct message; `later`: it waits to be posted. */
export type Exported = 'in_thread' | 'in_direct_message' | 'later';

/**
 * The files of a report that a person alone sees: they have no thread to stand in, so the report goes to the person as
 * a direct message, once, and the files into its thread.
 */
export async function exportReport(
  deps: Deps,
  personId: string,
  asked: AskedReport,
  at: Date,
): Promise<Exported | Refusal> {
  const refused = notOneOfUs(await getPerson(deps, personId));
  if (refused) return refused;
  const facts = await readReportOf(deps, await deps.slack.channelsOf(personId), asked, at);
  if (isRefusal(facts)) return facts;
  const sentFor = JSON.stringify({ ...asked, at });
  return sendDirectly(deps, keepReport(facts, { by: personId, sentFor, audience: 'person' }));
}

/** The files of a report that was posted, into its thread, once; whose message is gone, in a direct message. */
export async function exportPosted(deps: Deps, personId: string, summaryId: number): Promise<Exported | Refusal> {
  const found = await findReport(deps.db, deps.teamId, summaryId);
  if (!found) return { refusal: 'gone' };
  const refused = await refusedExport(deps, personId, found);
  if (refused) return refused;
  const sent = found.isRemoved ? 'no_place' : await sendToThread(deps, summaryId, found);
  if (sent !== 'no_place') return sent;
  return sendDirectly(deps, { ...found.kept, by: personId, sentFor: `report ${summaryId}` });
}

/** Once for what was asked, however often it is pressed. */
async function sendDirectly(deps: Deps, kept: KeptReport): Promise<Exported | Refusal> {
  const { db, teamId } = deps;
  const { postingId, summaryId } = await db.transaction().execute(async (trx) => {
    await lockTeam(trx, teamId);
    const known = await findSentReport(trx, teamId, kept);
    return known ?? insertReport(trx, { teamId, channelId: kept.by, kept }, deps.clock());
  });
  await drawOne(deps, postingId);
  const posted = await findReport(db, teamId, summaryId);
  const sent = posted ? await sendToThread(deps, summaryId, posted) : 'no_place';
  if (sent === 'no_place') return { refusal: 'files_not_taken', isForbidden: false };
  return sent === 'in_thread' ? 'in_direct_message' : sent;
}

async function sendToThread(
  deps: Deps,
  summaryId: number,
  { kept, channelId, messageTs }: PostedReport,
): Promise<'in_thread' | 'later' | 'no_place' | Refusal> {
  if (messageTs === null) return 'later';
  if (!(await takeExport(deps.db, deps.teamId, summaryId))) return 'in_thread';
  const sent = await sendReportFiles(deps, { channel: channelId, ts: messageTs }, reportOf(kept), kept.audience).catch(
    async (error: unknown) => {
      await giveBackExport(deps.db, deps.teamId, summaryId);
      throw error;
    },
  );
  if (sent === 'sent') return 'in_thread';
  await giveBackExport(deps.db, deps.teamId, summaryId);
  return sent;
}

/** A direct message is its reader's own; in a channel it is for employees who are in it. */
async function refusedExport(
  deps: Deps,
  personId: string,
  { kept, channelId }: PostedReport,
): Promise<Refusal | undefined> {
  const refused = notOneOfUs(await getPerson(deps, personId));
  if (refused) return refused;
  if (kept.sentFor !== null) return kept.by === personId ? undefined : { refusal: 'gone' };
  return (await deps.slack.channelsOf(personId)).includes(channelId) ? undefined : { refusal: 'not_in_channel' };
}
