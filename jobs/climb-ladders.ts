import { climbDue } from '../src/flows/climb-ladder.ts';
import type { Job } from './job.ts';

/** Calls the next rung for help where nobody has answered. */
export const climbLadders: Job = { name: 'climb-ladders', schedule: '*/5 * * * * *', run: climbDue };
