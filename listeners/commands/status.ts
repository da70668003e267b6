import { readStatus } from '../../src/flows/read-lists.ts';
import { statusMessage } from '../../src/views/status-message.ts';
import type { Subcommand } from './subcommand.ts';

export const status: Subcommand = {
  words: 'status',
  does: 'How Porchlight is doing: its sources, what waits and what failed.',
  run: async (deps) => statusMessage(await readStatus(deps), deps.clock()),
};
