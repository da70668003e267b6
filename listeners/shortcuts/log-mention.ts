import { isRefusal } from '../../src/domain/refusal.ts';
import { prepareLog } from '../../src/flows/prepare-log.ts';
import { logModal } from '../../src/views/log-modal.ts';
import type { OnShortcut } from '../shortcut.ts';

/** The form for a call, an e-mail or a chat, from anywhere in Slack. */
export const logMention: OnShortcut = (deps, { personId, show }) =>
  show('Log a mention', async () => {
    const form = await prepareLog(deps, personId);
    return isRefusal(form) ? form : logModal(form.watches);
  });
