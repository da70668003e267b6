import { isRefusal } from '../../src/domain/refusal.ts';
import { readSettings } from '../../src/flows/read-settings.ts';
import { watchModal } from '../../src/views/watch-modal.ts';
import type { Subcommand } from './subcommand.ts';

export const watchAdd: Subcommand = {
  words: 'watch add',
  does: 'Listen for something new, for community managers.',
  run: async (deps, { personId, show }) => {
    await show('Add a watch', async () => {
      const facts = await readSettings(deps, personId);
      return isRefusal(facts) ? facts : watchModal(undefined, facts.team.defaultChannel);
    });
    return undefined;
  },
};
