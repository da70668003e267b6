import { isRefusal, type Refusal } from '../../src/domain/refusal.ts';
import { type Exported, exportPosted, exportReport } from '../../src/flows/export-report.ts';
import { refusedShare } from '../../src/flows/share-report.ts';
import { filesSentNotice, refusalSentence, reportLaterNotice, reportSentNotice } from '../../src/views/copy.ts';
import { readReportTurn } from '../../src/views/report-turn.ts';
import { shareReportModal } from '../../src/views/share-report-modal.ts';
import { answer, type OnPress, type Press } from '../press.ts';

/** The form that asks where a report is to be posted. */
export const openSharing: OnPress = async (deps, press) => {
  const turn = readReportTurn(press.value);
  if (!turn) return press.tell(refusalSentence({ refusal: 'gone' }));
  await press.show('Share the report', async () => {
    const refused = await refusedShare(deps, press.personId);
    return refused ?? shareReportModal(turn, press.channelId ?? null);
  });
};

/** The report as files, in a direct message: the one that is shown has no thread. */
export const exportShown: OnPress = async (deps, press) => {
  const turn = readReportTurn(press.value);
  if (!turn) return press.tell(refusalSentence({ refusal: 'gone' }));
  await say(press, await exportReport(deps, press.personId, turn.asked, turn.at));
};

/** The files of a report that was posted, into its thread. */
export const exportShared: OnPress = async (deps, press) => {
  await say(press, await exportPosted(deps, press.personId, press.id));
};

const WHERE: Record<Exported, () => string> = {
  in_thread: filesSentNotice,
  in_direct_message: reportSentNotice,
  later: reportLaterNotice,
};

/** Says where the files are. */
function say(press: Press, outcome: Exported | Refusal): Promise<void> {
  return isRefusal(outcome) ? answer(press, outcome) : press.tell(WHERE[outcome]());
}
