import { pageChannel } from '../page/projection.ts';
import type { Channel } from '../state.ts';
import type { World } from '../world.ts';
import { nowSeconds } from './timestamps.ts';

/** The channel with this id, or undefined. */
export function findChannel({ state }: World, id: string): Channel | undefined {
  return state.channels.find((channel) => channel.id === id);
}

/** Is this person in the channel, and so sees it? */
export function isMember(channel: Channel, person: string): boolean {
  return channel.members.includes(person);
}

/** Is the bot in the channel? */
export function hasBot({ state }: World, channel: Channel): boolean {
  return isMember(channel, state.bot.userId);
}

/** im, private_channel or public_channel, as conversations.list names them. */
export function channelKind(channel: Channel): 'im' | 'private_channel' | 'public_channel' {
  if (channel.dmWith) return 'im';
  return channel.isPrivate ? 'private_channel' : 'public_channel';
}

/** The prefix of scopes and event subscriptions for this kind of channel. */
export function scopeFamily(channel: Channel): 'im' | 'groups' | 'channels' {
  if (channel.dmWith) return 'im';
  return channel.isPrivate ? 'groups' : 'channels';
}

/** Changes a channel in place, marks it for saving and shows it to its members. */
export function changeChannel(world: World, channel: Channel, change: Partial<Channel>): void {
  const before = channel.members;
  Object.assign(channel, change);
  world.store.touch('workspace');
  const event = { type: 'channel', channel: pageChannel(channel) } as const;
  world.live.send(event, (person) => isMember(channel, person) || before.includes(person));
}

/** The bot's direct conversation with a person, opened when it is not there yet. */
export function openDm(world: World, person: string): { channel: Channel; isNew: boolean } {
  const { state, store, live } = world;
  const known = state.channels.find((channel) => channel.dmWith === person);
  if (known) return { channel: known, isNew: false };
  const channel: Channel = {
    id: `D${person.slice(1)}`,
    name: '',
    topic: '',
    isPrivate: true,
    isArchived: false,
    members: [person, state.bot.userId],
    created: nowSeconds(world),
    dmWith: person,
  };
  state.channels.push(channel);
  store.touch('workspace');
  live.send({ type: 'channel', channel: pageChannel(channel) }, (one) => one === person);
  return { channel, isNew: true };
}
