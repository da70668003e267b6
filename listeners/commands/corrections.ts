import { isRefusal } from '../../src/domain/refusal.ts';
import { exportCorrections } from '../../src/flows/export-corrections.ts';
import { correctionsSentNotice, refusalSentence } from '../../src/views/copy.ts';
import { noticeMessage } from '../../src/views/notice-message.ts';
import type { Subcommand } from './subcommand.ts';

export const corrections: Subcommand = {
  words: 'corrections',
  does: 'For managers: what people corrected in tone and kind, as labelled texts in two files.',
  run: async (deps, { personId }) => {
    const sent = await exportCorrections(deps, personId);
    return noticeMessage(isRefusal(sent) ? refusalSentence(sent) : correctionsSentNotice(sent));
  },
};
