import type { Deps } from '../../src/deps.ts';
import type { SlackApp } from '../../src/slack/receiver.ts';
import { registerChannels } from './channels.ts';
import { registerDeletions } from './deletions.ts';
import { registerFarewell } from './farewell.ts';
import { registerHome } from './home.ts';
import { registerReactions } from './reactions.ts';

/** Ties every event Slack tells us of to what it means here. */
export function registerEvents(app: SlackApp, deps: Deps): void {
  for (const register of [registerReactions, registerHome, registerChannels, registerDeletions, registerFarewell])
    register(app, deps);
}
