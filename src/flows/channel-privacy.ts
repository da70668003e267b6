import { savePrivacy } from '../db/channels.ts';
import type { Deps } from '../deps.ts';
import { SlackTrouble } from '../slack/port.ts';

/** Asks Slack whether only its members can read a channel. While Slack cannot tell, what is known stays. */
export async function learnPrivacy(deps: Deps, channelId: string): Promise<void> {
  try {
    const isPrivate = await deps.slack.isPrivate(channelId);
    await savePrivacy(deps.db, deps.teamId, channelId, isPrivate);
  } catch (error) {
    if (!(error instanceof SlackTrouble)) throw error;
    deps.log.info({ channel: channelId, trouble: error.message }, 'Slack did not say whether a channel is private');
  }
}
