import type { Channel, Message } from '../state.ts';
import { isEmojiName } from '../workspace/emoji.ts';
import { findMessage } from '../workspace/messages.ts';
import { addReaction, hasReacted, removeReaction } from '../workspace/reactions.ts';
import { slackMessage } from '../workspace/slack-message.ts';
import type { World } from '../world.ts';
import { type Arguments, flagArg, neededText } from './arguments.ts';
import { joinedChannel, knownMessage } from './channel-argument.ts';
import { refuse } from './failure.ts';
import type { Answer, Method } from './method.ts';

/** Slack's own limits: 50 different emoji on a message, 23 of one person. */
const MAX_EMOJI = 50;
const MAX_OF_ONE = 23;

function target(world: World, args: Arguments): { channel: Channel; message: Message } {
  const ts = neededText(args, 'timestamp', 'no_item_specified');
  if (!/^\d+\.\d{6}$/.test(ts)) refuse('bad_timestamp');
  neededText(args, 'channel', 'no_item_specified');
  const channel = joinedChannel(world, args);
  return { channel, message: knownMessage(world, channel, args, 'timestamp') };
}

/** Is the thread of this message closed? */
function isLocked(world: World, channel: Channel, message: Message): boolean {
  const root = message.threadTs ? findMessage(world, channel.id, message.threadTs) : message;
  return root?.isLocked === true;
}

function nameArg(args: Arguments): string {
  return neededText(args, 'name', 'invalid_name').replace(/^:|:$/g, '');
}

function add(world: World, args: Arguments): Answer {
  const name = nameArg(args);
  if (!isEmojiName(world, name)) refuse('invalid_name');
  const { channel, message } = target(world, args);
  if (channel.isArchived) refuse('is_archived');
  if (isLocked(world, channel, message)) refuse('thread_locked');
  const bot = world.state.bot.userId;
  if (hasReacted(message, name, bot)) refuse('already_reacted');
  const isNew = !message.reactions.some((reaction) => reaction.name === name);
  if (isNew && message.reactions.length >= MAX_EMOJI) refuse('too_many_emoji');
  if (message.reactions.filter(({ users }) => users.includes(bot)).length >= MAX_OF_ONE) refuse('too_many_reactions');
  addReaction(world, channel, message, name, bot);
  return {};
}

function remove(world: World, args: Arguments): Answer {
  const name = nameArg(args);
  const { channel, message } = target(world, args);
  if (channel.isArchived) refuse('is_archived');
  const bot = world.state.bot.userId;
  if (!hasReacted(message, name, bot)) refuse('no_reaction');
  removeReaction(world, channel, message, name, bot);
  return {};
}

function get(world: World, args: Arguments): Answer {
  const { channel, message } = target(world, args);
  const permalink = `${world.url}/archives/${channel.id}/p${message.ts.replace('.', '')}`;
  const whole = slackMessage(world, channel, message, { withEveryReactor: flagArg(args, 'full') });
  return { type: 'message', channel: channel.id, message: { ...whole, permalink } };
}

export const reactionMethods: Method[] = [
  { name: 'reactions.add', scopes: ['reactions:write'], tier: 3, run: add },
  { name: 'reactions.remove', scopes: ['reactions:write'], tier: 2, run: remove },
  { name: 'reactions.get', scopes: ['reactions:read'], tier: 3, run: get },
];
