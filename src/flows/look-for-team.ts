import { isGone, markBack } from '../db/teams.ts';
import type { Deps } from '../deps.ts';
import { recountAll } from './recount-ballot.ts';

/** Looks whether a team that let us go took us in again: then what waited is drawn, and votes given meanwhile count. */
export async function lookForTeam(deps: Deps): Promise<void> {
  if (!(await isGone(deps.db, deps.teamId))) return;
  if (!(await deps.slack.isInstalled())) return;
  if (!(await markBack(deps.db, deps.teamId))) return;
  deps.log.info({ team: deps.teamId }, 'Porchlight is installed in this workspace again');
  await recountAll(deps);
}
