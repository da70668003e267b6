import { isRefusal } from '../../src/domain/refusal.ts';
import { chooseAnswer } from '../../src/flows/choose-answer.ts';
import { draftModal, draftRedrawn, readDraft } from '../../src/views/draft-modal.ts';
import type { OnPress } from '../press.ts';

/** A kept answer was chosen in the draft form. What was typed stays, also when nothing can be done: saving says why. */
export const pickAnswer: OnPress = async (deps, { id, personId, form }) => {
  if (!form) return;
  const { mentionId, draftId } = form.ref;
  const { text: typed } = readDraft(form.values);
  const chosen = await chooseAnswer(deps, { mentionId, personId, answerId: id, typed });
  if (isRefusal(chosen)) return;
  await form.redraw(
    draftModal(chosen.facts, chosen, { ...chosen.filled, redrawn: draftRedrawn(form.values), draftId }),
  );
};
