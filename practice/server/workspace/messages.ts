import { pageMessage } from '../page/projection.ts';
import type { Channel, Message } from '../state.ts';
import type { World } from '../world.ts';
import { isMember } from './channels.ts';
import { newTs } from './timestamps.ts';

/** Older messages of a channel are dropped beyond this many. */
const MAX_MESSAGES = 2000;
const MAX_EPHEMERALS = 200;

/** The messages of a channel, the oldest first. */
export function listMessages({ state }: World, channelId: string): Message[] {
  return state.messages.get(channelId) ?? [];
}

/** The message with this timestamp, or undefined. */
export function findMessage(world: World, channelId: string, ts: string): Message | undefined {
  return listMessages(world, channelId).find((message) => message.ts === ts);
}

/** The replies in the thread of this root, the oldest first. */
export function listReplies(world: World, channelId: string, rootTs: string): Message[] {
  return listMessages(world, channelId).filter((message) => message.threadTs === rootTs && message.ts !== rootTs);
}

function show(world: World, channel: Channel, message: Message): void {
  const replies = message.threadTs ? [] : listReplies(world, channel.id, message.ts);
  const event = { type: 'message', message: pageMessage(world.state, channel.id, message, replies) } as const;
  world.live.send(event, (person) => isMember(channel, person));
}

/** A thread's root shows how many replies it has, so it is drawn again with each of them. */
function showRoot(world: World, channel: Channel, message: Message): void {
  const root = message.threadTs ? findMessage(world, channel.id, message.threadTs) : undefined;
  if (root) show(world, channel, root);
}

export type NewMessage = Pick<Message, 'user' | 'text'> & Partial<Omit<Message, 'ts'>>;

/** Adds a message at the end of the channel with a new timestamp and shows it. */
export function addMessage(world: World, channel: Channel, draft: NewMessage): Message {
  const message: Message = { blocks: [], reactions: [], ...draft, ts: newTs(world) };
  const messages = [...listMessages(world, channel.id), message].slice(-MAX_MESSAGES);
  world.state.messages.set(channel.id, messages);
  world.store.touch(channel.id);
  show(world, channel, message);
  showRoot(world, channel, message);
  return message;
}

/** Puts the changed message in the place of the one with the same timestamp and shows it. */
export function replaceMessage(world: World, channel: Channel, message: Message): void {
  const messages = listMessages(world, channel.id).map((one) => (one.ts === message.ts ? message : one));
  world.state.messages.set(channel.id, messages);
  world.store.touch(channel.id);
  show(world, channel, message);
}

/** Takes a message away; a root with replies leaves a line in its place, as at Slack. */
export function removeMessage(world: World, channel: Channel, message: Message): void {
  if (listReplies(world, channel.id, message.ts).length > 0) {
    const { ts, user } = message;
    const text = 'This message was deleted.';
    replaceMessage(world, channel, { ts, user, text, blocks: [], reactions: [], subtype: 'tombstone' });
    return;
  }
  const rest = listMessages(world, channel.id).filter((one) => one.ts !== message.ts);
  world.state.messages.set(channel.id, rest);
  world.store.touch(channel.id);
  const event = { type: 'message_removed', channel: channel.id, ts: message.ts } as const;
  world.live.send(event, (person) => isMember(channel, person));
  showRoot(world, channel, message);
}

/** Shows a message to one person; it is not saved. */
export function addEphemeral(world: World, channel: Channel, person: string, draft: NewMessage): Message {
  const message: Message = { blocks: [], reactions: [], ...draft, ts: newTs(world) };
  world.ephemerals.push({ channel: channel.id, person, message });
  if (world.ephemerals.length > MAX_EPHEMERALS) world.ephemerals.shift();
  showEphemeral(world, channel.id, person, message);
  return message;
}

/** Puts a changed ephemeral message in its place. */
export function replaceEphemeral(world: World, person: string, message: Message): void {
  const found = world.ephemerals.find((one) => one.person === person && one.message.ts === message.ts);
  if (!found) return;
  found.message = message;
  showEphemeral(world, found.channel, person, message);
}

/** Takes an ephemeral message away. */
export function removeEphemeral(world: World, person: string, ts: string): void {
  const index = world.ephemerals.findIndex((one) => one.person === person && one.message.ts === ts);
  const [gone] = index < 0 ? [] : world.ephemerals.splice(index, 1);
  if (gone) world.live.send({ type: 'message_removed', channel: gone.channel, ts }, (one) => one === person);
}

function showEphemeral(world: World, channelId: string, person: string, message: Message): void {
  const event = { type: 'message', message: pageMessage(world.state, channelId, message, [], person) } as const;
  world.live.send(event, (one) => one === person);
}
