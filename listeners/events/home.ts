import type { Deps } from '../../src/deps.ts';
import { showHome } from '../../src/flows/show-home.ts';
import { greet } from '../../src/flows/welcome.ts';
import type { SlackApp } from '../../src/slack/receiver.ts';

/** Somebody opened App Home. */
export function registerHome(app: SlackApp, deps: Deps): void {
  app.event('app_home_opened', async ({ event }) => {
    await greet(deps, event.user);
    if (event.tab === 'home') await showHome(deps, event.user);
  });
}
