import { moveMention } from '../../src/flows/move-mention.ts';
import { readDismissal } from '../../src/views/dismiss-modal.ts';
import type { OnSubmit } from '../submission.ts';

/** Nothing to do about it, with the reason. */
export const dismissMention: OnSubmit = (deps, { personId, values, ref }) =>
  moveMention(deps, { mentionId: ref.mentionId, personId, move: 'dismiss', ...readDismissal(values) });
