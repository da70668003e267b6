import { isRefusal } from '../../src/domain/refusal.ts';
import { prepareAnswer } from '../../src/flows/keep-answer.ts';
import { keepAnswerModal } from '../../src/views/keep-answer-modal.ts';
import type { OnPress } from '../press.ts';

/** "Keep as answer…": the posted reply, to be given a title and an owner. */
export const openKeeping: OnPress = (deps, press) =>
  press.show('Keep as answer', async () => {
    const kept = await prepareAnswer(deps, { mentionId: press.id, personId: press.personId });
    return isRefusal(kept) ? kept : keepAnswerModal(kept.facts, kept.reply, press.personId);
  });
