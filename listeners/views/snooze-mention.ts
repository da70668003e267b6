import { snoozeMention as snooze } from '../../src/flows/snooze-mention.ts';
import { readSnooze } from '../../src/views/snooze-modal.ts';
import type { OnSubmit } from '../submission.ts';

/** It rests until then. */
export const snoozeMention: OnSubmit = (deps, { personId, values, ref }) =>
  snooze(deps, { mentionId: ref.mentionId, personId, ...readSnooze(values) });
