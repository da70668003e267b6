import { saveDraft as save } from '../../src/flows/save-draft.ts';
import { readDraft } from '../../src/views/draft-modal.ts';
import type { OnSubmit } from '../submission.ts';

/** A draft is kept, and goes to the vote unless its writer is not ready yet. */
export const saveDraft: OnSubmit = (deps, { personId, values, ref }) =>
  save(deps, { mentionId: ref.mentionId, basedOn: ref.draftId, personId, ...readDraft(values) });
