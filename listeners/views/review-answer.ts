import { reviewAnswer as review } from '../../src/flows/review-answer.ts';
import { readReview } from '../../src/views/review-answer-modal.ts';
import type { OnSubmit } from '../submission.ts';

/** The owner or a manager said whether an answer is still right. */
export const reviewAnswer: OnSubmit = (deps, { personId, values, ref }) =>
  review(deps, { answerId: ref.answerId ?? 0, personId, ...readReview(values) });
