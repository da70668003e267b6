import * as flows from '../../src/flows/welcome.ts';
import { readFirstApprovers, readFirstChannel, readFirstWatch } from '../../src/views/welcome-modals.ts';
import type { OnSubmit } from '../submission.ts';

/** The first of the three first steps: the channel. */
export const saveFirstChannel: OnSubmit = (deps, { personId, values }) =>
  flows.saveFirstChannel(deps, { personId, ...readFirstChannel(values) });

/** The second: one address and one phrase. */
export const saveFirstWatch: OnSubmit = (deps, { personId, values }) =>
  flows.saveFirstWatch(deps, { personId, ...readFirstWatch(values) });

/** The third: who approves. */
export const saveFirstApprovers: OnSubmit = (deps, { personId, values }) =>
  flows.saveFirstApprovers(deps, { personId, ...readFirstApprovers(values) });
