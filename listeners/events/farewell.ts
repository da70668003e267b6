import type { Deps } from '../../src/deps.ts';
import { leaveTeam } from '../../src/flows/leave-team.ts';
import type { SlackApp } from '../../src/slack/receiver.ts';

/** The workspace uninstalled us or took our token back. Slack tells both, in any order. */
export function registerFarewell(app: SlackApp, deps: Deps): void {
  app.event('app_uninstalled', () => leaveTeam(deps, 'app_uninstalled'));
  app.event('tokens_revoked', async ({ event }) => {
    if (event.tokens.bot?.length) await leaveTeam(deps, 'tokens_revoked');
  });
}
