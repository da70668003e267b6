import { isRefusal, type Refusal } from '../../src/domain/refusal.ts';
import type { WatchFacts } from '../../src/domain/settings-facts.ts';
import { pauseWatch, resumeWatch } from '../../src/flows/pause-watch.ts';
import { listGroups, readEditable, readEditableWatch, readSettings, readWatch } from '../../src/flows/read-settings.ts';
import { departmentModal } from '../../src/views/department-modal.ts';
import { goalModal } from '../../src/views/goal-modal.ts';
import { ladderModal } from '../../src/views/ladder-modal.ts';
import { policyModal } from '../../src/views/policy-modal.ts';
import { settingsModal } from '../../src/views/settings-modal.ts';
import { teamModal } from '../../src/views/team-modal.ts';
import { watchModal } from '../../src/views/watch-modal.ts';
import { watchPage } from '../../src/views/watch-page.ts';
import { answer, type OnPress, type Press } from '../press.ts';

/** "All settings…"; the value is the page of watches. */
export const openSettings: OnPress = (deps, press) =>
  press.show('Settings', async () => {
    const facts = await readSettings(deps, press.personId);
    return isRefusal(facts) ? facts : settingsModal(facts, press.id);
  });

/** "Change the team…". */
export const openTeam: OnPress = (deps, press) =>
  press.show('The team', async () => {
    const facts = await readSettings(deps, press.personId);
    return isRefusal(facts) ? facts : teamModal(facts.team);
  });

/** "Add a watch…". */
export const openNewWatch: OnPress = (deps, press) =>
  press.show('Add a watch', async () => {
    const facts = await readSettings(deps, press.personId);
    return isRefusal(facts) ? facts : watchModal(undefined, facts.team.defaultChannel);
  });

/** "Open…" beside a watch. */
export const openWatch: OnPress = (deps, press) =>
  press.show('Watch', async () => shown(await readWatch(deps, wishOf(press)), watchPage));

/** "Change…" on a watch. */
export const openWatchForm: OnPress = (deps, press) =>
  press.show('Change the watch', async () => shown(await readEditableWatch(deps, wishOf(press)), watchModal));

/** "Votes…" on a watch. */
export const openPolicy: OnPress = (deps, press) =>
  press.show('Votes', async () => {
    const groups = await listGroups(deps);
    return shown(await readEditableWatch(deps, wishOf(press)), (watch) => policyModal(watch, groups));
  });

/** "Calls for help…" on a watch. */
export const openLadder: OnPress = (deps, press) =>
  press.show('Calls for help', async () => {
    const groups = await listGroups(deps);
    return shown(await readEditableWatch(deps, wishOf(press)), (watch) => ladderModal(watch, groups));
  });

/** "Pause" and "Resume" on a watch. */
export const pause: OnPress = async (deps, press) => {
  await answerAndShowWatch(deps, press, await pauseWatch(deps, wishOf(press)));
};
export const resume: OnPress = async (deps, press) => {
  await answerAndShowWatch(deps, press, await resumeWatch(deps, wishOf(press)));
};

/** "Add a department…". */
export const openNewDepartment: OnPress = (deps, press) =>
  press.show('Add a department', async () => {
    const facts = await readEditable(deps, press.personId, 'departments');
    return isRefusal(facts) ? facts : departmentModal();
  });

/** "Change…" beside a department; the value is its place in the list. */
export const openDepartment: OnPress = (deps, press) =>
  press.show('Change the department', async () => {
    const facts = await readEditable(deps, press.personId, 'departments');
    if (isRefusal(facts)) return facts;
    const department = facts.departments[press.id];
    return department ? departmentModal(department) : { refusal: 'gone' };
  });

/** "Add a goal…". */
export const openNewGoal: OnPress = (deps, press) =>
  press.show('Add a goal', async () => {
    const facts = await readEditable(deps, press.personId, 'goals');
    return isRefusal(facts) ? facts : goalModal(facts);
  });

/** "Change…" beside a goal; the value is its place in the list. */
export const openGoal: OnPress = (deps, press) =>
  press.show('Change the goal', async () => {
    const facts = await readEditable(deps, press.personId, 'goals');
    if (isRefusal(facts)) return facts;
    const goal = facts.goals[press.id];
    return goal ? goalModal(facts, goal) : { refusal: 'gone' };
  });

function wishOf({ personId, id }: Press) {
  return { personId, watchId: id };
}

function shown<T>(watch: WatchFacts | Refusal, draw: (watch: WatchFacts) => T): T | Refusal {
  return isRefusal(watch) ? watch : draw(watch);
}

async function answerAndShowWatch(deps: Parameters<OnPress>[0], press: Press, outcome: unknown): Promise<void> {
  await answer(press, outcome);
  if (press.isInModal && !isRefusal(outcome)) await openWatch(deps, press);
}
