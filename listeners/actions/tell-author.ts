import { isRefusal } from '../../src/domain/refusal.ts';
import { tellAuthor as tell } from '../../src/flows/tell-author.ts';
import { draftModal } from '../../src/views/draft-modal.ts';
import type { OnPress } from '../press.ts';

/** "Tell the author…": takes an answered mention up again and opens its draft. */
export const tellAuthor: OnPress = (deps, press) =>
  press.show('Draft a reply', async () => {
    const form = await tell(deps, { mentionId: press.id, personId: press.personId });
    return isRefusal(form) ? form : draftModal(form.facts, form);
  });
