import { correctMention as correct } from '../../src/flows/correct-mention.ts';
import { readCorrection } from '../../src/views/correct-modal.ts';
import type { OnSubmit } from '../submission.ts';

/** The person's word counts from now on. */
export const correctMention: OnSubmit = (deps, { personId, values, ref }) =>
  correct(deps, { mentionId: ref.mentionId, personId, ...readCorrection(values) });
