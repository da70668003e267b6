import { isRefusal } from '../../src/domain/refusal.ts';
import { prepareForm } from '../../src/flows/prepare-forms.ts';
import { escalateModal } from '../../src/views/escalate-modal.ts';
import type { OnPress } from '../press.ts';

/** "Escalate…": asks for the level and the reason. */
export const openEscalation: OnPress = (deps, press) =>
  press.show('Ask for help', async () => {
    const facts = await prepareForm(deps, { mentionId: press.id, personId: press.personId }, 'escalate');
    return isRefusal(facts) ? facts : escalateModal(facts);
  });
