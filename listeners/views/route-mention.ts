import { routeMention as route } from '../../src/flows/route-mention.ts';
import { readRoute } from '../../src/views/route-modal.ts';
import type { OnSubmit } from '../submission.ts';

/** A mention goes to a department. */
export const routeMention: OnSubmit = (deps, { personId, values, ref }) =>
  route(deps, { mentionId: ref.mentionId, personId, ...readRoute(values) });
