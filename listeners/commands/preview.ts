import { SCHEDULE_KINDS } from '../../src/domain/knowing.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { previewSummary } from '../../src/flows/preview-summary.ts';
import { refusalSentence } from '../../src/views/copy.ts';
import { noticeMessage } from '../../src/views/notice-message.ts';
import { previewHelp, previewMessage } from '../../src/views/preview-message.ts';
import { SUMMARY_WORDS } from '../../src/views/summary-words.ts';
import type { Subcommand } from './subcommand.ts';

export const preview: Subcommand = {
  words: 'preview',
  does: 'What a summary would say now, for your eyes only. Behind it: brief, sentiment, week, influencers or spike.',
  run: async (deps, { personId, rest }) => {
    const kind = SCHEDULE_KINDS.find((one) => SUMMARY_WORDS[one].word === rest.toLowerCase());
    if (!kind) return previewHelp(rest);
    const seen = await previewSummary(deps, { personId, kind });
    return isRefusal(seen) ? noticeMessage(refusalSentence(seen)) : previewMessage(seen);
  },
};
