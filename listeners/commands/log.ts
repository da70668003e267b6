import { isRefusal } from '../../src/domain/refusal.ts';
import { prepareLog } from '../../src/flows/prepare-log.ts';
import { logModal } from '../../src/views/log-modal.ts';
import type { Subcommand } from './subcommand.ts';

export const log: Subcommand = {
  words: 'log',
  does: 'Write down a call, an e-mail or a chat as a mention.',
  run: async (deps, { personId, show }) => {
    await show('Log a mention', async () => {
      const form = await prepareLog(deps, personId);
      return isRefusal(form) ? form : logModal(form.watches);
    });
    return undefined;
  },
};
