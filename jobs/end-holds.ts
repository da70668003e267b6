import { lapseHolds } from '../src/flows/publish-reply.ts';
import type { Job } from './job.ts';

/** Ends holds that ran out without a word. */
export const endHolds: Job = { name: 'end-holds', schedule: '*/10 * * * * *', run: lapseHolds };
