import { isRefusal } from '../../src/domain/refusal.ts';
import { prepareForm } from '../../src/flows/prepare-forms.ts';
import { handOverModal } from '../../src/views/hand-over-modal.ts';
import type { OnPress } from '../press.ts';

/** "Hand over…": asks to whom. */
export const openHandOver: OnPress = (deps, press) =>
  press.show('Hand over', async () => {
    const facts = await prepareForm(deps, { mentionId: press.id, personId: press.personId }, 'hand_over');
    return isRefusal(facts) ? facts : handOverModal(facts);
  });
