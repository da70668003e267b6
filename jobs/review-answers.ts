import { remindReviews } from '../src/flows/remind-reviews.ts';
import type { Job } from './job.ts';

/** Tells the owners of answers whose review is due. */
export const reviewAnswers: Job = { name: 'review-answers', schedule: '0 * * * * *', run: remindReviews };
