import { isRefusal } from '../../src/domain/refusal.ts';
import { prepareForm } from '../../src/flows/prepare-forms.ts';
import { reopenModal } from '../../src/views/reopen-modal.ts';
import type { OnPress } from '../press.ts';

/** "Reopen…": asks for the reason. */
export const openReopening: OnPress = (deps, press) =>
  press.show('Reopen', async () => {
    const facts = await prepareForm(deps, { mentionId: press.id, personId: press.personId }, 'reopen');
    return isRefusal(facts) ? facts : reopenModal(facts);
  });
