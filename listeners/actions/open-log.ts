import { isRefusal } from '../../src/domain/refusal.ts';
import { prepareLog } from '../../src/flows/prepare-log.ts';
import { logModal } from '../../src/views/log-modal.ts';
import type { OnPress } from '../press.ts';

/** The form for a call, an e-mail or a chat, from App Home. */
export const openLog: OnPress = (deps, press) =>
  press.show('Log a mention', async () => {
    const form = await prepareLog(deps, press.personId);
    return isRefusal(form) ? form : logModal(form.watches);
  });
