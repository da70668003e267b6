import { drawDue } from '../src/flows/draw-posting.ts';
import type { Job } from './job.ts';

/** Makes Slack equal to the rows. */
export const drawPostings: Job = { name: 'draw-postings', schedule: '* * * * * *', run: drawDue };
