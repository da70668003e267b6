import { recountDue } from '../src/flows/recount-ballot.ts';
import type { Job } from './job.ts';

/** Recounts ballots and closes those whose time is over. */
export const countVotes: Job = { name: 'count-votes', schedule: '* * * * * *', run: recountDue };
