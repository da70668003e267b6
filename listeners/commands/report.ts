import { readReport } from '../../src/flows/read-lists.ts';
import { reportMessage } from '../../src/views/report-message.ts';
import type { Subcommand } from './subcommand.ts';

export const report: Subcommand = {
  words: 'report',
  does: 'Today and this week in numbers: mentions, claims, answers and how long they took.',
  run: async (deps, { personId }) => reportMessage(await readReport(deps, personId)),
};
