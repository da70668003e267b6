import type { TeamRow } from '../db/schema.ts';
import { saveDepartments } from '../db/team-settings.ts';
import { getTeam } from '../db/teams.ts';
import type { Deps } from '../deps.ts';
import { type DepartmentForm, readDepartmentForm } from '../domain/department-form.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { Department } from '../domain/settings.ts';
import { stampOf } from '../domain/stamp.ts';
import { changeSettings, channelProblems, refusedSettings, unfit } from './change-settings.ts';
import { renameInGoals } from './save-goal.ts';

export type DepartmentWish = {
  personId: string;
  /** The stamp of the department as the person saw it; '' for a new one. */
  seen: string;
  form: DepartmentForm;
};

/** A department added, changed or removed by a manager in Slack. */
export async function saveDepartment(deps: Deps, wish: DepartmentWish): Promise<'saved' | Refusal> {
  const refused = await refusedSettings(deps, wish.personId);
  if (refused) return refused;
  const { departments } = await getTeam(deps.db, deps.teamId);
  const before = departments.find((one) => stampOf(one) === wish.seen);
  const channel = wish.form.remove ? null : wish.form.channel;
  const problems = unfit(await channelProblems(deps, 'channel', channel, before?.channel ?? null));
  if (problems) return problems;
  const act = wish.form.remove ? 'department_remove' : 'department_save';
  return changeSettings(deps, wish.personId, { act, detail: { name: wish.form.name } }, async (trx, team) => {
    const next = nextDepartments(team, wish);
    if (isRefusal(next)) return next;
    await saveDepartments(trx, team.id, next);
    const place = team.departments.findIndex((one) => stampOf(one) === wish.seen);
    const [from, to] = wish.form.remove ? [] : [team.departments[place]?.name, next[place]?.name];
    if (from !== undefined && to !== undefined) await renameInGoals(trx, team, 'department', { from, to });
    return 'saved' as const;
  });
}

function nextDepartments(team: TeamRow, { seen, form }: DepartmentWish): Department[] | Refusal {
  if (team.file_sections.includes('departments')) return { refusal: 'file_managed' };
  const place = team.departments.findIndex((one) => stampOf(one) === seen);
  if (seen !== '' && place === -1) return { refusal: 'settings_moved_on' };
  const others = team.departments.filter((_, n) => n !== place);
  if (form.remove) return others;
  const department = readDepartmentForm(form, others);
  if (isRefusal(department)) return department;
  return place === -1 ? [...others, department] : team.departments.with(place, department);
}
