import { isRefusal } from '../../src/domain/refusal.ts';
import { prepareForm } from '../../src/flows/prepare-forms.ts';
import { postedModal } from '../../src/views/posted-modal.ts';
import type { OnPress } from '../press.ts';

/** "I have posted it…" on the card: asks where it stands. */
export const openPosted: OnPress = (deps, press) =>
  press.show('Posted', async () => {
    const facts = await prepareForm(deps, { mentionId: press.id, personId: press.personId }, 'mark_posted');
    return isRefusal(facts) ? facts : postedModal(facts);
  });
