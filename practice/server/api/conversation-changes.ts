/** Making, naming, filling and closing channels. */
import { newId } from '../ids.ts';
import type { Channel } from '../state.ts';
import { channelKind, hasBot, isMember } from '../workspace/channels.ts';
import { createChannel, joinChannel, leaveChannel, renameChannel, setArchived } from '../workspace/membership.ts';
import { slackChannel } from '../workspace/slack-channel.ts';
import type { World } from '../world.ts';
import { type Arguments, flagArg, listArg } from './arguments.ts';
import { knownChannel } from './channel-argument.ts';
import { nameArg } from './channel-name.ts';
import { refuse } from './failure.ts';
import { type Answer, type Method, manageScopes } from './method.ts';

/** @throws missing_scope unless the app may manage this kind of channel (or has the narrower scope). */
function needManage({ app }: World, isPrivate: boolean, narrower?: 'invites'): void {
  const wide = isPrivate ? 'groups:write' : 'channels:manage';
  const narrow = `${isPrivate ? 'groups' : 'channels'}:write.${narrower}`;
  if (app.scopes.includes(wide) || (narrower && app.scopes.includes(narrow))) return;
  refuse('missing_scope', { needed: wide, provided: app.scopes.join(',') });
}

/** A channel (no direct conversation) that the bot is in and may change. @throws Slack's own reasons against it. */
function managedChannel(world: World, args: Arguments, narrower?: 'invites'): Channel {
  const channel = knownChannel(world, args);
  if (channelKind(channel) === 'im') refuse('method_not_supported_for_channel_type');
  needManage(world, channel.isPrivate, narrower);
  return hasBot(world, channel) ? channel : refuse('not_in_channel');
}

function create(world: World, args: Arguments): Answer {
  const isPrivate = flagArg(args, 'is_private');
  needManage(world, isPrivate);
  const channel = createChannel(world, { id: newId('C'), name: nameArg(world, args), isPrivate });
  return { channel: slackChannel(world, channel) };
}

/** Why this person cannot be brought into the channel; undefined when they can. */
function inviteProblem({ state }: World, channel: Channel, user: string): string | undefined {
  if (user === state.bot.userId) return 'cant_invite_self';
  const person = state.people.find(({ id }) => id === user);
  if (!person || person.isDeleted) return 'user_not_found';
  return isMember(channel, user) ? 'already_in_channel' : undefined;
}

function invite(world: World, args: Arguments): Answer {
  const channel = managedChannel(world, args, 'invites');
  if (channel.isArchived) refuse('is_archived');
  const users = listArg(args, 'users') ?? [];
  if (users.length === 0) refuse('no_user');
  const errors = users.flatMap((user) => {
    const error = inviteProblem(world, channel, user);
    return error ? [{ user, ok: false, error }] : [];
  });
  const [first] = errors;
  const isPartial = flagArg(args, 'force') && errors.length < users.length;
  if (first && !isPartial) refuse(first.error, { errors });
  const welcome = users.filter((user) => !errors.some((one) => one.user === user));
  for (const user of new Set(welcome)) joinChannel(world, channel, user, world.state.bot.userId);
  return { channel: slackChannel(world, channel), ...(first ? { errors } : {}) };
}

function archive(world: World, args: Arguments): Answer {
  const channel = managedChannel(world, args);
  if (channel.isArchived) refuse('already_archived');
  setArchived(world, channel, world.state.bot.userId, true);
  return {};
}

function rename(world: World, args: Arguments): Answer {
  const channel = managedChannel(world, args);
  if (channel.isArchived) refuse('is_archived');
  const name = nameArg(world, args, channel);
  if (channel.creator !== world.state.bot.userId) refuse('not_authorized');
  renameChannel(world, channel, name);
  return { channel: slackChannel(world, channel) };
}

function leave(world: World, args: Arguments): Answer {
  const channel = knownChannel(world, args);
  if (channelKind(channel) === 'im') refuse('method_not_supported_for_channel_type');
  needManage(world, channel.isPrivate);
  if (channel.isArchived) refuse('is_archived');
  if (!hasBot(world, channel)) return { not_in_channel: true };
  leaveChannel(world, channel, world.state.bot.userId);
  return {};
}

const inviteScopes = [...manageScopes, 'channels:write.invites', 'groups:write.invites'];

export const conversationChangeMethods: Method[] = [
  { name: 'conversations.create', scopes: manageScopes, tier: 2, run: create },
  { name: 'conversations.invite', scopes: inviteScopes, tier: 3, run: invite },
  { name: 'conversations.archive', scopes: manageScopes, tier: 2, run: archive },
  { name: 'conversations.rename', scopes: manageScopes, tier: 2, run: rename },
  { name: 'conversations.leave', scopes: manageScopes, tier: 3, run: leave },
];
