import { forgetOldSubmissions } from '../src/flows/submission.ts';
import type { Job } from './job.ts';

/** Forgets which forms were stored long ago. */
export const forgetSubmissions: Job = {
  name: 'forget-submissions',
  schedule: '0 17 * * * *',
  run: forgetOldSubmissions,
};
