import { isRefusal } from '../../src/domain/refusal.ts';
import { prepareLog } from '../../src/flows/prepare-log.ts';
import { heardMessage } from '../../src/views/heard-message.ts';
import { logModal } from '../../src/views/log-modal.ts';
import type { OnShortcut } from '../shortcut.ts';

/** The same form, with the words of a message in Slack and who wrote it. */
export const logMessage: OnShortcut = (deps, { personId, message, show }) =>
  show('Log a mention', async () => {
    const { userId, ...heard } = heardMessage(message);
    const form = await prepareLog(deps, personId, userId);
    return isRefusal(form) ? form : logModal(form.watches, { ...heard, author: heard.author || form.author });
  });
