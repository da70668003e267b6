import type { Channel, Message } from '../state.ts';
import { channelKind, findChannel, hasBot, openDm, scopeFamily } from '../workspace/channels.ts';
import { findMessage } from '../workspace/messages.ts';
import type { World } from '../world.ts';
import { type Arguments, neededText } from './arguments.ts';
import { refuse } from './failure.ts';

/** The channel of the argument, if the bot may know of it. @throws channel_not_found. */
export function knownChannel(world: World, args: Arguments, name = 'channel'): Channel {
  const channel = findChannel(world, neededText(args, name, 'channel_not_found'));
  if (!channel) return refuse('channel_not_found');
  const isHidden = channelKind(channel) !== 'public_channel' && !hasBot(world, channel);
  return isHidden ? refuse('channel_not_found') : channel;
}

/** A channel the bot is in. @throws channel_not_found, not_in_channel. */
export function joinedChannel(world: World, args: Arguments): Channel {
  const channel = knownChannel(world, args);
  return hasBot(world, channel) ? channel : refuse('not_in_channel');
}

/** @throws missing_scope unless the app has `<family>:<what>` for this kind of channel. */
export function needScope(world: World, channel: Channel, what: 'read' | 'history'): void {
  const needed = `${scopeFamily(channel)}:${what}`;
  const { scopes } = world.app;
  if (!scopes.includes(needed)) refuse('missing_scope', { needed, provided: scopes.join(',') });
}

function channelByName(world: World, name: string): Channel | undefined {
  const bare = name.replace(/^#/, '');
  return world.state.channels.find((channel) => channel.name === bare && bare !== '');
}

/** Where chat.postMessage may post: an id, a #name, or a person. @throws Slack's own reasons against it. */
export function postingChannel(world: World, args: Arguments): Channel {
  const wanted = neededText(args, 'channel', 'channel_not_found');
  const person = world.state.people.find(({ id, isBot }) => id === wanted && !isBot);
  const named = person ? openDm(world, person.id).channel : channelByName(world, wanted);
  const channel = named ?? knownChannel(world, args);
  if (channel.isArchived) refuse('is_archived');
  if (channel.isAnnouncements) refuse('restricted_action');
  if (channel.dmWith && !world.app.home.messages_tab_enabled) refuse('messages_tab_disabled');
  if (hasBot(world, channel)) return channel;
  if (channel.isPrivate) return refuse('channel_not_found');
  return world.app.scopes.includes('chat:write.public') ? channel : refuse('not_in_channel');
}

/** The message of `channel` at the argument's timestamp. @throws message_not_found. */
export function knownMessage(world: World, channel: Channel, args: Arguments, name = 'ts'): Message {
  const ts = neededText(args, name, 'message_not_found');
  const message = findMessage(world, channel.id, ts);
  return message && message.subtype !== 'tombstone' ? message : refuse('message_not_found');
}
