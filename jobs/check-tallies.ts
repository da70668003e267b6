import { checkTallies as check } from '../src/flows/check-tallies.ts';
import type { Job } from './job.ts';

/** Proves and repairs what reports count by. */
export const checkTallies: Job = { name: 'check-tallies', schedule: '30 */10 * * * *', run: check };
