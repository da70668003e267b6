import type { Department, Goal } from '../domain/settings.ts';
import type { TeamEdits } from '../domain/team-form.ts';
import type { TeamRow, Trx } from './schema.ts';

/** The team's row, locked: whoever changes settings does so one after the other. New rows of the team wait for nobody. */
export function lockTeam(trx: Trx, teamId: string): Promise<TeamRow> {
  return trx.selectFrom('teams').selectAll().where('id', '=', teamId).forNoKeyUpdate().executeTakeFirstOrThrow();
}

/** Writes what a form changed; undefined stays as it was. */
export async function saveTeamEdits(trx: Trx, teamId: string, edits: TeamEdits): Promise<void> {
  const { managers, timezone, officeHours, holidays, approvalsChannel, escalationsChannel, forbiddenWords } = edits;
  await patchTeam(trx, teamId, {
    managers: json(managers),
    timezone,
    office_hours: officeHours === null ? null : json(officeHours),
    holidays: json(holidays),
    approvals_channel: approvalsChannel,
    escalations_channel: escalationsChannel,
    forbidden_words: json(forbiddenWords),
  });
}

/** Writes the whole list of departments. */
export function saveDepartments(trx: Trx, teamId: string, departments: Department[]): Promise<void> {
  return patchTeam(trx, teamId, { departments: JSON.stringify(departments) });
}

/** Writes the whole list of goals. */
export function saveGoals(trx: Trx, teamId: string, goals: Goal[]): Promise<void> {
  return patchTeam(trx, teamId, { goals: JSON.stringify(goals) });
}

type Patch = Partial<{
  managers: string | undefined;
  timezone: string | undefined;
  office_hours: string | null | undefined;
  holidays: string | undefined;
  approvals_channel: string | null | undefined;
  escalations_channel: string | null | undefined;
  forbidden_words: string | undefined;
  departments: string;
  goals: string;
  default_channel: string;
}>;

/** Writes columns of the team's row; undefined stays as it was. */
export async function patchTeam(trx: Trx, teamId: string, patch: Patch): Promise<void> {
  const set = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  if (Object.keys(set).length > 0) await trx.updateTable('teams').set(set).where('id', '=', teamId).execute();
}

function json(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}
