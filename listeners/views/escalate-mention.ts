import { escalateMention as escalate } from '../../src/flows/escalate-mention.ts';
import { readEscalation } from '../../src/views/escalate-modal.ts';
import type { OnSubmit } from '../submission.ts';

/** A call for help. */
export const escalateMention: OnSubmit = (deps, { personId, values, ref }) =>
  escalate(deps, { mentionId: ref.mentionId, personId, ...readEscalation(values) });
