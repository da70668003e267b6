import { handOver as hand } from '../../src/flows/hand-over.ts';
import { readHandOver } from '../../src/views/hand-over-modal.ts';
import type { OnSubmit } from '../submission.ts';

/** Somebody else has it from now on. */
export const handOver: OnSubmit = (deps, { personId, values, ref }) =>
  hand(deps, { mentionId: ref.mentionId, personId, ...readHandOver(values) });
