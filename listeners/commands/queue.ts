import { parseQueue } from '../../src/domain/queue-filter.ts';
import { answerQueue } from '../answer-queue.ts';
import type { Subcommand } from './subcommand.ts';

export const queue: Subcommand = {
  words: 'queue',
  does: 'Mentions that wait, the longest first. Behind it: mine, overdue, snoozed, negative, defects, watch NAME, network NAME, @person.',
  run: (deps, { personId, rest }) => answerQueue(deps, personId, parseQueue(rest, personId)),
};
