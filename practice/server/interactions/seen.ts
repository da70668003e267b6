/** What a person has before them, and so can act on. */
import type { Channel, Message, SlackView } from '../state.ts';
import { findChannel, isMember } from '../workspace/channels.ts';
import { findMessage } from '../workspace/messages.ts';
import { modalStack } from '../workspace/modals.ts';
import type { World } from '../world.ts';

export type SeenMessage = { channel: Channel; message: Message; isEphemeral: boolean };

/** The message as this person sees it, ephemeral ones too; undefined when it is not theirs to see. */
export function seenMessage(world: World, person: string, channelId: string, ts: string): SeenMessage | undefined {
  const channel = findChannel(world, channelId);
  if (!channel || !isMember(channel, person)) return undefined;
  const message = findMessage(world, channelId, ts);
  if (message) return { channel, message, isEphemeral: false };
  const ephemeral = world.ephemerals.find((one) => one.person === person && one.message.ts === ts);
  return ephemeral && { channel, message: ephemeral.message, isEphemeral: true };
}

/** The modal or Home tab of this person with this id. */
export function seenView(world: World, person: string, viewId: string): SlackView | undefined {
  const home = world.state.homes.get(person);
  if (home?.id === viewId) return home;
  return modalStack(world, person).find(({ view }) => view.id === viewId)?.view;
}
