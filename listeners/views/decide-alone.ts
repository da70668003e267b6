import { decideAlone as decide } from '../../src/flows/decide-alone.ts';
import { readDecision } from '../../src/views/decide-modal.ts';
import type { OnSubmit } from '../submission.ts';

/** A manager approves a draft without its votes. */
export const decideAlone: OnSubmit = (deps, { personId, values, ref }) =>
  decide(deps, { mentionId: ref.mentionId, draftId: ref.draftId, personId, ...readDecision(values) });
