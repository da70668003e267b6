import type { TeamRow, Trx } from '../db/schema.ts';
import { saveGoals } from '../db/team-settings.ts';
import { getTeam } from '../db/teams.ts';
import { listWatches } from '../db/watches.ts';
import type { Deps } from '../deps.ts';
import { sameName } from '../domain/department-form.ts';
import { type GoalForm, readGoalForm } from '../domain/goal-form.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { Goal } from '../domain/settings.ts';
import { stampOf } from '../domain/stamp.ts';
import { changeSettings, peopleProblems, refusedSettings, unfit } from './change-settings.ts';

export type GoalWish = {
  personId: string;
  /** The stamp of the goal as the person saw it; '' for a new one. */
  seen: string;
  form: GoalForm;
};

/** A goal added, changed or removed by a manager in Slack. */
export async function saveGoal(deps: Deps, wish: GoalWish): Promise<'saved' | Refusal> {
  const refused = await refusedSettings(deps, wish.personId);
  if (refused) return refused;
  const { owner, metric, remove } = wish.form;
  const { goals } = await getTeam(deps.db, deps.teamId);
  const known = goals.flatMap((one) => (stampOf(one) === wish.seen && one.owner ? [one.owner] : []));
  const owners = owner === '' || remove ? [] : [owner];
  const problems = unfit(await peopleProblems(deps, 'owner', owners, known));
  const watches = (await listWatches(deps.db, deps.teamId)).map(({ name }) => name);
  if (problems) return problems;
  const act = remove ? 'goal_remove' : 'goal_save';
  return changeSettings(deps, wish.personId, { act, detail: { metric } }, async (trx, team) => {
    const next = nextGoals(team, watches, wish);
    if (isRefusal(next)) return next;
    await saveGoals(trx, team.id, next);
    return 'saved' as const;
  });
}

function nextGoals(team: TeamRow, watches: string[], { seen, form }: GoalWish): Goal[] | Refusal {
  if (team.file_sections.includes('goals')) return { refusal: 'file_managed' };
  const place = team.goals.findIndex((one) => stampOf(one) === seen);
  if (seen !== '' && place === -1) return { refusal: 'settings_moved_on' };
  const others = team.goals.filter((_, n) => n !== place);
  if (form.remove) return others;
  const { watch, department } = team.goals[place] ?? {};
  // What the goal was about may be gone: it stays until somebody chooses anew.
  const goal = readGoalForm(form, others, {
    watches: watch === undefined ? watches : [watch, ...watches],
    departments: [...(department === undefined ? [] : [department]), ...team.departments.map(({ name }) => name)],
  });
  if (isRefusal(goal)) return goal;
  return place === -1 ? [...others, goal] : team.goals.with(place, goal);
}

/** A watch or a department has another name from now on: the goals about it follow, unless community.yml has them. */
export async function renameInGoals(
  trx: Trx,
  team: TeamRow,
  at: 'watch' | 'department',
  name: { from: string; to: string },
): Promise<void> {
  const isAbout = (goal: Goal) => goal[at] !== undefined && sameName(goal[at], name.from);
  if (name.from === name.to || team.file_sections.includes('goals') || !team.goals.some(isAbout)) return;
  const goals = team.goals.map((goal) => (isAbout(goal) ? { ...goal, [at]: name.to } : goal));
  await saveGoals(trx, team.id, goals);
}
