import { isRefusal } from '../../src/domain/refusal.ts';
import { prepareForm } from '../../src/flows/prepare-forms.ts';
import { correctModal } from '../../src/views/correct-modal.ts';
import type { OnPress } from '../press.ts';

/** "Correct…": asks what it is and how it sounds. */
export const openCorrection: OnPress = (deps, press) =>
  press.show('Correct', async () => {
    const facts = await prepareForm(deps, { mentionId: press.id, personId: press.personId }, 'correct');
    return isRefusal(facts) ? facts : correctModal(facts);
  });
