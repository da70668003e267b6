import { isRefusal } from '../../src/domain/refusal.ts';
import { hearWatch } from '../../src/flows/hear-watch.ts';
import { saveDepartment as keepDepartment } from '../../src/flows/save-departments.ts';
import { saveGoal as keepGoal } from '../../src/flows/save-goal.ts';
import { savePolicy as keepPolicy, saveEscalation } from '../../src/flows/save-policy.ts';
import { saveTeam as keepTeam } from '../../src/flows/save-team.ts';
import { saveWatch as keepWatch, type SavedWatch } from '../../src/flows/save-watch.ts';
import { readDepartment } from '../../src/views/department-modal.ts';
import { readGoal } from '../../src/views/goal-modal.ts';
import { readLadder } from '../../src/views/ladder-modal.ts';
import { readPolicy } from '../../src/views/policy-modal.ts';
import { readSettingsRef } from '../../src/views/settings-form.ts';
import { readTeam } from '../../src/views/team-modal.ts';
import { readWatchAnswers } from '../../src/views/watch-modal.ts';
import { watchChecking, watchSaved } from '../../src/views/watch-saved.ts';
import type { Next, OnSubmit } from '../submission.ts';

/** The team: managers, times, channels, forbidden words. */
export const saveTeam: OnSubmit = (deps, { personId, values, metadata }) =>
  keepTeam(deps, { personId, seen: readSettingsRef(metadata).seen, form: readTeam(values) });

/** A new or a changed watch. */
export const saveWatch: OnSubmit = (deps, { personId, values, metadata }) => {
  const { id, seen } = readSettingsRef(metadata);
  return keepWatch(deps, { personId, watchId: id === 0 ? null : id, seen, form: readWatchAnswers(values) });
};

/** After a watch was saved: what its addresses brought, as soon as that is known. */
export const hearSavedWatch: Next = (deps, { personId }, outcome) => ({
  view: watchChecking(),
  later: async () => {
    if (isRefusal(outcome)) return undefined;
    const heard = await hearWatch(deps, (outcome as SavedWatch).watchId, personId);
    return heard && watchSaved(heard.facts, heard.preview);
  },
});

/** The rule of a watch's votes. */
export const savePolicy: OnSubmit = (deps, { personId, values, metadata }) => {
  const { id: watchId, seen } = readSettingsRef(metadata);
  return keepPolicy(deps, { personId, watchId, seen, form: readPolicy(values) });
};

/** Whom a watch's calls for help reach. */
export const saveLadder: OnSubmit = (deps, { personId, values, metadata }) => {
  const { id: watchId, seen } = readSettingsRef(metadata);
  return saveEscalation(deps, { personId, watchId, seen, form: readLadder(values) });
};

/** A department, new, changed or removed. */
export const saveDepartment: OnSubmit = (deps, { personId, values, metadata }) =>
  keepDepartment(deps, { personId, seen: readSettingsRef(metadata).seen, form: readDepartment(values) });

/** A goal, new, changed or removed. */
export const saveGoal: OnSubmit = (deps, { personId, values, metadata }) =>
  keepGoal(deps, { personId, seen: readSettingsRef(metadata).seen, form: readGoal(values) });
