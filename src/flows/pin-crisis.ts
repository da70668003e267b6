import { findCrisis } from '../db/crises.ts';
import type { PostingRow } from '../db/schema.ts';
import type { Deps } from '../deps.ts';
import { type MessageAt, SlackTrouble } from '../slack/port.ts';

/** Pins the notice of a crisis while it runs, and takes the pin away after. A courtesy: no failure holds anything up. */
export async function pinCrisis(deps: Deps, { crisis_id: id }: PostingRow, at: MessageAt): Promise<void> {
  const crisis = id === null ? undefined : await findCrisis(deps.db, deps.teamId, id);
  if (!crisis) return;
  try {
    if (crisis.facts.endedAt) await deps.slack.unpin(at);
    else await deps.slack.pin(at);
  } catch (error) {
    if (!(error instanceof SlackTrouble)) throw error;
    deps.log.info({ trouble: error.message }, 'the notice of a crisis is not pinned as it should be');
  }
}
