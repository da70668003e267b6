import { moveMention } from '../../src/flows/move-mention.ts';
import { readReopening } from '../../src/views/reopen-modal.ts';
import type { OnSubmit } from '../submission.ts';

/** It waits for somebody again, with the reason. */
export const reopenMention: OnSubmit = (deps, { personId, values, ref }) =>
  moveMention(deps, { mentionId: ref.mentionId, personId, move: 'reopen', ...readReopening(values) });
