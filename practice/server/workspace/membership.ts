/** Joining, leaving, archiving: what the app hears of it. */

import { pageChannel } from '../page/projection.ts';
import type { Channel } from '../state.ts';
import type { World } from '../world.ts';
import { changeChannel, channelKind, hasBot, isMember } from './channels.ts';
import { tellPosted } from './message-events.ts';
import { addMessage } from './messages.ts';
import { newTs, nowSeconds } from './timestamps.ts';

function letter(channel: Channel): 'C' | 'G' {
  return channel.isPrivate ? 'G' : 'C';
}

/** The app hears of every public channel, and of the private ones it is in. */
function isVisible(world: World, channel: Channel): boolean {
  return !channel.isPrivate || hasBot(world, channel);
}

function systemLine(world: World, channel: Channel, user: string, subtype: string, text: string): void {
  tellPosted(world, channel, addMessage(world, channel, { user, text, subtype }));
}

/** Makes a channel with the bot in it. */
export function createChannel(
  world: World,
  { id, name, isPrivate }: Pick<Channel, 'id' | 'name' | 'isPrivate'>,
): Channel {
  const { state, store, live } = world;
  const creator = state.bot.userId;
  const created = nowSeconds(world);
  const channel = { id, name, topic: '', isPrivate, isArchived: false, members: [creator], created, creator };
  state.channels.push(channel);
  store.touch('workspace');
  live.send({ type: 'channel', channel: pageChannel(channel) }, (person) => isMember(channel, person));
  if (!isPrivate) {
    world.events.tell({ type: 'channel_created', channel: { id, name, created, creator }, event_ts: newTs(world) });
  }
  return channel;
}

/** Brings somebody (or the bot) into a channel they are not in. */
export function joinChannel(world: World, channel: Channel, user: string, inviter?: string): void {
  changeChannel(world, channel, { members: [...channel.members, user] });
  systemLine(world, channel, user, 'channel_join', `<@${user}> has joined the channel`);
  if (!hasBot(world, channel)) return;
  const team = world.state.team.id;
  const event = {
    type: 'member_joined_channel',
    user,
    channel: channel.id,
    channel_type: letter(channel),
    team,
    inviter,
  };
  world.events.tell({ ...event, event_ts: newTs(world) });
}

/** Takes somebody (or the bot) out of a channel they are in. */
export function leaveChannel(world: World, channel: Channel, user: string): void {
  const wasBot = user === world.state.bot.userId;
  changeChannel(world, channel, { members: channel.members.filter((one) => one !== user) });
  const event_ts = newTs(world);
  if (wasBot) {
    const type = channel.isPrivate ? 'group_left' : 'channel_left';
    world.events.tell({ type, channel: channel.id, actor_id: user, event_ts });
  } else if (hasBot(world, channel)) {
    systemLine(world, channel, user, 'channel_leave', `<@${user}> has left the channel`);
    const team = world.state.team.id;
    const gone = { type: 'member_left_channel', user, channel: channel.id, channel_type: letter(channel), team };
    world.events.tell({ ...gone, event_ts });
  }
}

/** Archives a channel or brings it back. */
export function setArchived(world: World, channel: Channel, user: string, isArchived: boolean): void {
  if (channelKind(channel) === 'im' || channel.isArchived === isArchived) return;
  changeChannel(world, channel, { isArchived });
  const family = channel.isPrivate ? 'group' : 'channel';
  const type = `${family}_${isArchived ? 'archive' : 'unarchive'}`;
  if (!isVisible(world, channel)) return;
  world.events.tell({ type, channel: channel.id, user, is_moved: 0, event_ts: newTs(world) });
}

/** Gives a channel another name. */
export function renameChannel(world: World, channel: Channel, name: string): void {
  changeChannel(world, channel, { name });
  const type = channel.isPrivate ? 'group_rename' : 'channel_rename';
  const { id, created } = channel;
  if (!isVisible(world, channel)) return;
  world.events.tell({ type, channel: { id, name, name_normalized: name, created }, event_ts: newTs(world) });
}
