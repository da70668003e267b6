import { isRefusal } from '../../src/domain/refusal.ts';
import { prepareReview } from '../../src/flows/review-answer.ts';
import { reviewAnswerModal } from '../../src/views/review-answer-modal.ts';
import type { OnPress } from '../press.ts';

/** "Review…" beside an answer: keep it, change it or retire it. */
export const openReview: OnPress = (deps, press) =>
  press.show('Review an answer', async () => {
    const review = await prepareReview(deps, { answerId: press.id, personId: press.personId });
    return isRefusal(review) ? review : reviewAnswerModal(review.answer, deps.clock(), review.timezone);
  });
