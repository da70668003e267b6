import { postSummaries as post } from '../src/flows/post-summaries.ts';
import type { Job } from './job.ts';

/** Posts the summaries whose time has come, and looks for unusual volume. */
export const postSummaries: Job = { name: 'post-summaries', schedule: '*/10 * * * * *', run: post };
