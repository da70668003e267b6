import { endCrisis as end } from '../../src/flows/crisis.ts';
import { readClosing } from '../../src/views/end-crisis-modal.ts';
import type { OnSubmit } from '../submission.ts';

/** A manager says that a crisis is over. */
export const endCrisis: OnSubmit = (deps, { personId, values, ref }) =>
  end(deps, { crisisId: ref.crisisId ?? 0, personId, ...readClosing(values) });
