import type { Channel, Message } from '../state.ts';
import type { World } from '../world.ts';
import { listMessages, replaceMessage } from './messages.ts';
import { nowSeconds } from './timestamps.ts';

/** The pinned messages of a channel, the newest pin first. */
export function listPinned(world: World, channel: Channel): Message[] {
  const pinned = listMessages(world, channel.id).filter(({ pinned: pin }) => pin);
  return pinned.sort((a, b) => (b.pinned?.at ?? 0) - (a.pinned?.at ?? 0));
}

/** Pins a message that is not pinned yet. */
export function pinMessage(world: World, channel: Channel, message: Message, by: string): void {
  replaceMessage(world, channel, { ...message, pinned: { by, at: nowSeconds(world) } });
}

/** Takes the pin of a message away. */
export function unpinMessage(world: World, channel: Channel, { pinned: _, ...message }: Message): void {
  replaceMessage(world, channel, message);
}
