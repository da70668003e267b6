import { parseSearch } from '../../src/domain/queue-filter.ts';
import { answerQueue } from '../answer-queue.ts';
import type { Subcommand } from './subcommand.ts';

export const search: Subcommand = {
  words: 'search',
  does: 'Mentions with these words, answered ones too, the newest first. Filters as for the queue.',
  run: (deps, { personId, rest }) => answerQueue(deps, personId, parseSearch(rest, personId)),
};
