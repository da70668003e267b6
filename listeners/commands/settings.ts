import { isRefusal } from '../../src/domain/refusal.ts';
import { readSettings } from '../../src/flows/read-settings.ts';
import { settingsModal } from '../../src/views/settings-modal.ts';
import type { Subcommand } from './subcommand.ts';

export const settings: Subcommand = {
  words: 'settings',
  does: 'Watches, departments, goals and the team’s times, for community managers.',
  run: async (deps, { personId, show }) => {
    await show('Settings', async () => {
      const facts = await readSettings(deps, personId);
      return isRefusal(facts) ? facts : settingsModal(facts);
    });
    return undefined;
  },
};
