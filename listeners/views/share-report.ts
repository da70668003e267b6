import { shareReport as share } from '../../src/flows/share-report.ts';
import { readReportTurn } from '../../src/views/report-turn.ts';
import { readShareReport } from '../../src/views/share-report-modal.ts';
import type { OnSubmit } from '../submission.ts';

/** A report for everybody in a channel. */
export const shareReport: OnSubmit = async (deps, { personId, values, metadata }) => {
  const turn = readReportTurn(metadata);
  const channelId = readShareReport(values);
  if (!turn || !channelId) return { refusal: 'gone' };
  return share(deps, { personId, channelId, ...turn });
};
