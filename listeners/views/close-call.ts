import { closeCall as close } from '../../src/flows/answer-escalation.ts';
import { readOutcome } from '../../src/views/close-call-modal.ts';
import type { OnSubmit } from '../submission.ts';

/** What came of a call for help. */
export const closeCall: OnSubmit = (deps, { personId, values, ref }) =>
  close(deps, { escalationId: ref.escalationId ?? 0, personId, ...readOutcome(values) });
