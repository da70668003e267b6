import type { Deps } from '../../src/deps.ts';
import { closeChannel, reopenChannel } from '../../src/flows/close-channel.ts';
import { greet } from '../../src/flows/welcome.ts';
import type { SlackApp } from '../../src/slack/receiver.ts';
import { CHANNEL_TROUBLES } from '../../src/views/copy.ts';

/** Channels that stop or begin to take our posts. */
export function registerChannels(app: SlackApp, deps: Deps): void {
  for (const type of ['channel_archive', 'group_archive'] as const) {
    app.event(type, ({ event }) => closeChannel(deps, event.channel, CHANNEL_TROUBLES.archived));
  }
  for (const type of ['channel_left', 'group_left'] as const) {
    app.event(type, ({ event }) => closeChannel(deps, event.channel, CHANNEL_TROUBLES.removed));
  }
  for (const type of ['channel_unarchive', 'group_unarchive'] as const) {
    app.event(type, ({ event }) => reopenChannel(deps, event.channel));
  }
  app.event('member_joined_channel', async ({ event, context }) => {
    if (event.user !== context.botUserId) return;
    await reopenChannel(deps, event.channel);
    if (event.inviter) await greet(deps, event.inviter);
  });
}
