import type { TeamRow } from '../db/schema.ts';
import { saveTeamEdits } from '../db/team-settings.ts';
import { getTeam } from '../db/teams.ts';
import type { Deps } from '../deps.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { FileSection } from '../domain/settings.ts';
import type { TeamFacts } from '../domain/settings-facts.ts';
import { stampOf } from '../domain/stamp.ts';
import { readTeamForm, type TeamEdits, type TeamForm } from '../domain/team-form.ts';
import { changeSettings, channelProblems, peopleProblems, refusedSettings, unfit } from './change-settings.ts';

/** Managers, times, channels and forbidden words, as a manager set them in Slack. */
export async function saveTeam(
  deps: Deps,
  wish: { personId: string; seen: string; form: TeamForm },
): Promise<'saved' | Refusal> {
  const refused = await refusedSettings(deps, wish.personId);
  if (refused) return refused;
  const edits = readTeamForm(wish.form);
  if (isRefusal(edits)) return edits;
  const problems = unfit(await problemsOf(deps, edits));
  if (problems) return problems;
  return changeSettings(deps, wish.personId, { act: 'team_settings' }, async (trx, team) => {
    if (touchesFile(edits, team.file_sections)) return { refusal: 'file_managed' };
    if (teamFacts(team).stamp !== wish.seen) return { refusal: 'settings_moved_on' };
    await saveTeamEdits(trx, team.id, edits);
    return 'saved' as const;
  });
}

async function problemsOf(deps: Deps, edits: TeamEdits) {
  const team = await getTeam(deps.db, deps.teamId);
  return [
    ...(await peopleProblems(deps, 'managers', edits.managers ?? [], team.managers)),
    ...(await channelProblems(deps, 'approvalsChannel', edits.approvalsChannel, team.approvals_channel)),
    ...(await channelProblems(deps, 'escalationsChannel', edits.escalationsChannel, team.escalations_channel)),
  ];
}

function touchesFile(edits: TeamEdits, sections: FileSection[]): boolean {
  const team = [edits.managers, edits.timezone, edits.officeHours, edits.holidays];
  const channels = [edits.approvalsChannel, edits.escalationsChannel];
  const touches = (values: unknown[]) => values.some((value) => value !== undefined);
  const words = [edits.forbiddenWords];
  return (
    (sections.includes('team') && touches(team)) ||
    (sections.includes('channels') && touches(channels)) ||
    (sections.includes('forbidden_words') && touches(words))
  );
}

/** The team's settings as a form shows them. Pure. */
export function teamFacts(team: TeamRow): TeamFacts {
  const facts = {
    managers: team.managers,
    timezone: team.timezone,
    officeHours: team.office_hours,
    holidays: team.holidays,
    approvalsChannel: team.approvals_channel,
    escalationsChannel: team.escalations_channel,
    forbiddenWords: team.forbidden_words,
    sections: team.file_sections,
  };
  return { ...facts, defaultChannel: team.default_channel, stamp: stampOf(facts) };
}
