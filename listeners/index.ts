import type { Deps } from '../src/deps.ts';
import type { SlackApp } from '../src/slack/receiver.ts';
import { registerActions } from './actions/index.ts';
import { registerCommands } from './commands/index.ts';
import { registerErrors } from './errors.ts';
import { registerEvents } from './events/index.ts';
import { turnOthersAway } from './other-team.ts';
import { registerShortcuts } from './shortcuts/index.ts';
import { registerViews } from './views/index.ts';

/** The door at which Slack knocks. */
export function registerListeners(app: SlackApp, deps: Deps): void {
  registerErrors(app, deps);
  turnOthersAway(app, deps);
  registerActions(app, deps);
  registerViews(app, deps);
  registerCommands(app, deps);
  registerShortcuts(app, deps);
  registerEvents(app, deps);
}
