import { isRefusal } from '../../src/domain/refusal.ts';
import { prepareDraft } from '../../src/flows/prepare-forms.ts';
import { draftModal } from '../../src/views/draft-modal.ts';
import type { OnPress } from '../press.ts';

/** "Draft a reply…" and "Edit the draft…". */
export const openDraft: OnPress = (deps, press) =>
  press.show('Draft a reply', async () => {
    const form = await prepareDraft(deps, { mentionId: press.id, personId: press.personId });
    return isRefusal(form) ? form : draftModal(form.facts, form);
  });
