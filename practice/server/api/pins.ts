import type { Channel, Message } from '../state.ts';
import { listPinned, pinItem, pinMessage, unpinMessage } from '../workspace/pins.ts';
import type { World } from '../world.ts';
import { type Arguments, neededText } from './arguments.ts';
import { joinedChannel, knownMessage } from './channel-argument.ts';
import { refuse } from './failure.ts';
import type { Answer, Method } from './method.ts';

function target(world: World, args: Arguments): { channel: Channel; message: Message } {
  const ts = neededText(args, 'timestamp', 'no_item_specified');
  if (!/^\d+\.\d{6}$/.test(ts)) refuse('bad_timestamp');
  const channel = joinedChannel(world, args);
  if (channel.isArchived) refuse('is_archived');
  return { channel, message: knownMessage(world, channel, args, 'timestamp') };
}

function add(world: World, args: Arguments): Answer {
  const { channel, message } = target(world, args);
  if (message.pinned) refuse('already_pinned');
  pinMessage(world, channel, message, world.state.bot.userId);
  return {};
}

function remove(world: World, args: Arguments): Answer {
  const { channel, message } = target(world, args);
  if (!message.pinned) refuse('no_pin');
  unpinMessage(world, channel, message, world.state.bot.userId);
  return {};
}

function list(world: World, args: Arguments): Answer {
  const channel = joinedChannel(world, args);
  return { items: listPinned(world, channel).map((message) => pinItem(world, channel, message)) };
}

export const pinMethods: Method[] = [
  { name: 'pins.add', scopes: ['pins:write'], tier: 2, run: add },
  { name: 'pins.remove', scopes: ['pins:write'], tier: 2, run: remove },
  { name: 'pins.list', scopes: ['pins:read'], tier: 2, run: list },
];
