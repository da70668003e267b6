import { pollSources } from '../src/flows/poll-sources.ts';
import type { Job } from './job.ts';

/** Fetches the sources whose time has come. */
export const pollDueSources: Job = { name: 'poll-due-sources', schedule: '*/2 * * * * *', run: pollSources };
