import { isGone, markGone } from '../db/teams.ts';
import type { Deps } from '../deps.ts';

/** Slack let Porchlight go: everything is kept, and nothing is done for the team until it is installed again. */
export async function leaveTeam(deps: Deps, reason: string): Promise<void> {
  if (!(await markGone(deps.db, deps.teamId, deps.clock()))) return;
  const sentence = 'Porchlight is not installed in this workspace any more: everything is kept, nothing is posted';
  deps.log.warn({ team: deps.teamId, reason }, sentence);
}

/** Did the workspace let Porchlight go? Then no work is begun for it. */
export function isTeamGone(deps: Deps): Promise<boolean> {
  return isGone(deps.db, deps.teamId);
}
