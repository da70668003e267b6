import { remindRoutes as remind } from '../src/flows/remind-routes.ts';
import type { Job } from './job.ts';

/** Tells of routes whose day has passed. */
export const remindRoutes: Job = { name: 'remind-routes', schedule: '*/30 * * * * *', run: remind };
