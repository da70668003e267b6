import { isRefusal } from '../../src/domain/refusal.ts';
import { prepareForm } from '../../src/flows/prepare-forms.ts';
import { dismissModal } from '../../src/views/dismiss-modal.ts';
import type { OnPress } from '../press.ts';

/** "Dismiss…": asks for the reason. */
export const openDismissal: OnPress = (deps, press) =>
  press.show('Dismiss', async () => {
    const facts = await prepareForm(deps, { mentionId: press.id, personId: press.personId }, 'dismiss');
    return isRefusal(facts) ? facts : dismissModal(facts);
  });
