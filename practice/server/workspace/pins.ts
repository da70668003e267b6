import type { Channel, Message } from '../state.ts';
import type { World } from '../world.ts';
import { hasBot } from './channels.ts';
import { listMessages, replaceMessage } from './messages.ts';
import { slackMessage } from './slack-message.ts';
import { newTs, nowSeconds } from './timestamps.ts';

/** The pinned messages of a channel, the newest pin first. */
export function listPinned(world: World, channel: Channel): Message[] {
  const pinned = listMessages(world, channel.id).filter(({ pinned: pin }) => pin);
  return pinned.sort((a, b) => (b.pinned?.at ?? 0) - (a.pinned?.at ?? 0));
}

/** Pins a message that is not pinned yet. */
export function pinMessage(world: World, channel: Channel, message: Message, by: string): void {
  const pinned = { ...message, pinned: { by, at: nowSeconds(world) } };
  replaceMessage(world, channel, pinned);
  tellPin(world, 'pin_added', channel, pinned, by);
}

/** Takes the pin of a message away. */
export function unpinMessage(world: World, channel: Channel, pinned: Message, by: string): void {
  const { pinned: _, ...message } = pinned;
  replaceMessage(world, channel, message);
  tellPin(world, 'pin_removed', channel, pinned, by);
}

function tellPin(
  world: World,
  type: 'pin_added' | 'pin_removed',
  channel: Channel,
  message: Message,
  user: string,
): void {
  if (!hasBot(world, channel)) return;
  const event = { type, user, channel_id: channel.id, item: pinItem(world, channel, message) };
  const rest = type === 'pin_removed' ? { has_pins: listPinned(world, channel).length > 0 } : {};
  world.events.tell({ ...event, ...rest, event_ts: newTs(world) });
}

/** A pin as pins.list and the events show it. */
export function pinItem(world: World, channel: Channel, message: Message): Record<string, unknown> {
  return {
    type: 'message',
    channel: channel.id,
    created: message.pinned?.at,
    created_by: message.pinned?.by,
    message: {
      ...slackMessage(world, channel, message),
      permalink: `${world.url}/archives/${channel.id}/p${message.ts.replace('.', '')}`,
    },
  };
}
