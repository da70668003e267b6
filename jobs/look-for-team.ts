import { lookForTeam } from '../src/flows/look-for-team.ts';
import type { Job } from './job.ts';

/** Finds out when a workspace that let us go took us in again; the one job that runs meanwhile. */
export const lookForTeamAgain: Job = {
  name: 'look-for-team',
  schedule: '*/10 * * * * *',
  evenWhenGone: true,
  run: lookForTeam,
};
