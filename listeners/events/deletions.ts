import type { Deps } from '../../src/deps.ts';
import { noticeDeletion } from '../../src/flows/meet-message.ts';
import type { SlackApp } from '../../src/slack/receiver.ts';

/** Somebody deleted a message: a card that is gone is not posted again, and stays in the queue. */
export function registerDeletions(app: SlackApp, deps: Deps): void {
  app.event('message', async ({ event }) => {
    if (event.subtype !== 'message_deleted') return;
    await noticeDeletion(deps, { channel: event.channel, ts: event.deleted_ts });
  });
}
