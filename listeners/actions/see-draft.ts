import { findFacts } from '../../src/flows/picture.ts';
import { seeDraftModal } from '../../src/views/see-draft-modal.ts';
import type { OnPress } from '../press.ts';

/** "See the draft": read by anybody who sees the card. */
export const seeDraft: OnPress = (deps, press) =>
  press.show('The draft', async () => {
    const facts = await findFacts(deps, press.id);
    return facts ? seeDraftModal(facts) : { refusal: 'gone' };
  });
