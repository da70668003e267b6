import { keepAnswer as keep } from '../../src/flows/keep-answer.ts';
import { readKeptAnswer } from '../../src/views/keep-answer-modal.ts';
import type { OnSubmit } from '../submission.ts';

/** A posted reply goes into the library. */
export const keepAnswer: OnSubmit = (deps, { personId, values, ref }) =>
  keep(deps, { mentionId: ref.mentionId, personId, ...readKeptAnswer(values) });
