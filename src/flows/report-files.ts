import type { Deps } from '../deps.ts';
import type { Audience } from '../domain/kept-report.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { ReportFacts } from '../domain/report.ts';
import { type MessageAt, SlackTrouble } from '../slack/port.ts';
import { type Names, reportCsv } from '../views/report-csv.ts';
import { reportPage } from '../views/report-page.ts';
import { getPerson } from './person.ts';

/** Slack's words for a thread that is not there any more. */
const NO_PLACE = ['thread_not_found', 'message_not_found', 'invalid_thread_ts', 'channel_not_found', 'is_archived'];

/** Puts a report as a table and as a page into the thread under its message. */
export async function sendReportFiles(
  deps: Deps,
  at: MessageAt,
  facts: ReportFacts,
  audience: Audience,
): Promise<'sent' | 'no_place' | Refusal> {
  const names = await namesIn(deps, facts);
  const { first, last } = facts.days;
  const name = first === last ? `porchlight-report-${first}` : `porchlight-report-${first}-to-${last}`;
  const files = [
    { name: `${name}.html`, title: `${name}.html`, bytes: Buffer.from(reportPage(facts, names, audience)) },
    { name: `${name}.csv`, title: `${name}.csv`, bytes: Buffer.from(reportCsv(facts, names)) },
  ];
  try {
    await deps.slack.upload(files, at);
    return 'sent';
  } catch (error) {
    if (!(error instanceof SlackTrouble)) throw error;
    if (NO_PLACE.includes(error.code)) return 'no_place';
    deps.log.warn({ trouble: error.message }, 'Slack did not take the files of a report');
    return { refusal: 'files_not_taken', isForbidden: error.code === 'missing_scope' };
  }
}

/** Slack shows people by their id; a file needs their names. */
async function namesIn(deps: Deps, { counts, rows, top }: ReportFacts): Promise<Names> {
  const ids = [
    ...counts.repliers.map(({ personId }) => personId),
    ...rows.flatMap(({ personId }) => personId ?? []),
    ...top.flatMap(({ claimantId }) => claimantId ?? []),
  ];
  const names: Names = {};
  for (const id of new Set(ids)) names[id] = (await getPerson(deps, id)).name;
  return names;
}
