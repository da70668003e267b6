import { isRefusal } from '../../src/domain/refusal.ts';
import { prepareDecision } from '../../src/flows/decide-alone.ts';
import { decideModal } from '../../src/views/decide-modal.ts';
import type { OnPress } from '../press.ts';

/** "Decide without the vote…": shows the text and asks for the reason. */
export const openDecision: OnPress = (deps, press) =>
  press.show('Decide without the vote', async () => {
    const facts = await prepareDecision(deps, { mentionId: press.id, personId: press.personId });
    return isRefusal(facts) ? facts : decideModal(facts);
  });
