import { isRefusal } from '../../src/domain/refusal.ts';
import { prepareClosing } from '../../src/flows/answer-escalation.ts';
import { closeCallModal } from '../../src/views/close-call-modal.ts';
import type { OnPress } from '../press.ts';

/** "Close with an outcome…" under a call for help. */
export const openCallClosing: OnPress = (deps, press) =>
  press.show('Close the call for help', async () => {
    const asked = await prepareClosing(deps, { escalationId: press.id, personId: press.personId });
    return isRefusal(asked) ? asked : closeCallModal(asked.facts, asked.escalation);
  });
