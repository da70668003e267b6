import { remindDue } from '../src/flows/send-reminders.ts';
import type { Job } from './job.ts';

/** Wakes snoozed mentions and reminds of claims in which nothing happens. */
export const sendReminders: Job = { name: 'send-reminders', schedule: '*/10 * * * * *', run: remindDue };
