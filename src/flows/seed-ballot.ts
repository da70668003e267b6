import type { Deps } from '../deps.ts';
import { VOTE_EMOJI } from '../domain/emoji.ts';
import { type MessageAt, SlackTrouble } from '../slack/port.ts';

/** Puts both vote emoji under a fresh ballot. A courtesy: the buttons work without, so no failure holds anything up. */
export async function seedBallot(deps: Deps, at: MessageAt): Promise<void> {
  try {
    for (const name of Object.values(VOTE_EMOJI)) await deps.slack.seedReaction(at, name);
  } catch (error) {
    if (!(error instanceof SlackTrouble)) throw error;
    deps.log.info({ trouble: error.message }, 'a ballot has no ready-made reactions');
  }
}
