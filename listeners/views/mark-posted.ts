import { markPosted as mark } from '../../src/flows/publish-reply.ts';
import { readPosted } from '../../src/views/posted-modal.ts';
import type { OnSubmit } from '../submission.ts';

/** "I have posted it", with its link when there is one. */
export const markPosted: OnSubmit = (deps, { personId, values, ref }) =>
  mark(deps, { mentionId: ref.mentionId, personId, ...readPosted(values) });
