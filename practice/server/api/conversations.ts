import type { Channel } from '../state.ts';
import { channelKind, hasBot, isMember, openDm } from '../workspace/channels.ts';
import { joinChannel } from '../workspace/membership.ts';
import { slackChannel } from '../workspace/slack-channel.ts';
import type { World } from '../world.ts';
import { type Arguments, flagArg, listArg, textArg } from './arguments.ts';
import { joinedChannel, knownChannel, needScope } from './channel-argument.ts';
import { refuse } from './failure.ts';
import { type Answer, type Method, readScopes } from './method.ts';
import { paged } from './paging.ts';

const KINDS = ['public_channel', 'private_channel', 'mpim', 'im'];

function kindsArg(world: World, args: Arguments): string[] {
  const kinds = listArg(args, 'types') ?? ['public_channel'];
  const families: Record<string, string> = {
    public_channel: 'channels',
    private_channel: 'groups',
    mpim: 'mpim',
    im: 'im',
  };
  for (const kind of kinds) {
    if (!KINDS.includes(kind)) refuse('invalid_types');
    const needed = `${families[kind]}:read`;
    if (!world.app.scopes.includes(needed)) refuse('missing_scope', { needed, provided: world.app.scopes.join(',') });
  }
  return kinds;
}

function listed(world: World, args: Arguments, may: (channel: Channel) => boolean): Answer {
  const kinds = kindsArg(world, args);
  const all = world.state.channels
    .filter((channel) => kinds.includes(channelKind(channel)))
    .filter((channel) => !(channel.isArchived && flagArg(args, 'exclude_archived')))
    .filter(may);
  const { items, response_metadata } = paged(all, args, 100);
  return { channels: items.map((channel) => slackChannel(world, channel)), response_metadata };
}

function list(world: World, args: Arguments): Answer {
  return listed(world, args, (channel) => channelKind(channel) === 'public_channel' || hasBot(world, channel));
}

/** `users.conversations`: the channels of a person (the bot by default), of those that the bot may see. */
export function listOfPerson(world: World, args: Arguments): Answer {
  const person = textArg(args, 'user') ?? world.state.bot.userId;
  const isVisible = (channel: Channel) => channelKind(channel) === 'public_channel' || hasBot(world, channel);
  return listed(world, args, (channel) => isMember(channel, person) && isVisible(channel));
}

function info(world: World, args: Arguments): Answer {
  const channel = knownChannel(world, args);
  needScope(world, channel, 'read');
  const numMembers = flagArg(args, 'include_num_members') ? { num_members: channel.members.length } : {};
  return { channel: { ...slackChannel(world, channel), ...numMembers } };
}

function members(world: World, args: Arguments): Answer {
  const channel = knownChannel(world, args);
  needScope(world, channel, 'read');
  const { items, response_metadata } = paged(channel.members, args, 100);
  return { members: items, response_metadata };
}

function join(world: World, args: Arguments): Answer {
  const channel = knownChannel(world, args);
  if (channelKind(channel) !== 'public_channel') refuse('method_not_supported_for_channel_type');
  if (channel.isArchived) refuse('is_archived');
  const wasIn = hasBot(world, channel);
  if (!wasIn) joinChannel(world, channel, world.state.bot.userId);
  const warning = wasIn ? { warning: 'already_in_channel' } : {};
  return { channel: slackChannel(world, channel), ...warning };
}

/** The methods for direct conversations take many scopes; opening one takes this. */
function needDirect({ app }: World): void {
  if (!app.scopes.includes('im:write')) refuse('missing_scope', { needed: 'im:write', provided: app.scopes.join(',') });
}

function open(world: World, args: Arguments): Answer {
  needDirect(world);
  const known = textArg(args, 'channel');
  if (known) return { channel: slackChannel(world, joinedChannel(world, args)) };
  const people = listArg(args, 'users') ?? refuse('users_list_not_supplied');
  const [person] = people;
  if (people.length !== 1 || !person) return refuse('method_not_supported_for_channel_type');
  if (!world.state.people.some(({ id, isBot }) => id === person && !isBot)) refuse('user_not_found');
  const { channel, isNew } = openDm(world, person);
  const already = isNew ? {} : { no_op: true, already_open: true };
  return { channel: flagArg(args, 'return_im') ? slackChannel(world, channel) : { id: channel.id }, ...already };
}

export const conversationMethods: Method[] = [
  { name: 'conversations.list', tier: 2, run: list },
  { name: 'conversations.info', scopes: readScopes, tier: 3, run: info },
  { name: 'conversations.members', scopes: readScopes, tier: 4, run: members },
  { name: 'conversations.join', scopes: ['channels:join'], tier: 3, run: join },
  {
    name: 'conversations.open',
    scopes: ['im:write', 'mpim:write', 'channels:manage', 'groups:write'],
    tier: 3,
    run: open,
  },
];
