import type { Deps } from '../../src/deps.ts';
import { noticeReaction } from '../../src/flows/cast-vote.ts';
import type { SlackApp } from '../../src/slack/receiver.ts';

/** A reaction only hints that a ballot may have changed: the recount reads the truth. */
export function registerReactions(app: SlackApp, deps: Deps): void {
  for (const type of ['reaction_added', 'reaction_removed'] as const) {
    app.event(type, async ({ event }) => {
      if (event.item.type !== 'message') return;
      await noticeReaction(deps, { channel: event.item.channel, ts: event.item.ts }, event.reaction);
    });
  }
}
