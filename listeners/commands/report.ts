import { isRefusal } from '../../src/domain/refusal.ts';
import { parseReport } from '../../src/domain/report-asked.ts';
import { readReport } from '../../src/flows/read-report.ts';
import { refusalSentence } from '../../src/views/copy.ts';
import { noticeMessage } from '../../src/views/notice-message.ts';
import { reportMessage } from '../../src/views/report-message.ts';
import { misreadReportSentence } from '../../src/views/report-misread.ts';
import type { Subcommand } from './subcommand.ts';

export const report: Subcommand = {
  words: 'report',
  does: 'Numbers against goals. Behind it: today, week, month, quarter or FROM..TO, a watch, by network, person or department.',
  run: async (deps, { personId, rest }) => {
    const asked = parseReport(rest);
    if ('misread' in asked) return noticeMessage(misreadReportSentence(asked));
    const at = deps.clock();
    const facts = await readReport(deps, personId, asked);
    if (isRefusal(facts)) return noticeMessage(refusalSentence(facts));
    return reportMessage(facts, { shown: 'private', turn: { asked, at } });
  },
};
