import { listWatches } from '../../src/flows/read-lists.ts';
import { watchesMessage } from '../../src/views/watches-message.ts';
import type { Subcommand } from './subcommand.ts';

export const watchList: Subcommand = {
  words: 'watch list',
  does: 'What Porchlight listens for, where, and who may speak for you.',
  run: async (deps, { personId }) => watchesMessage(await listWatches(deps, personId)),
};
