import type { Channel, Message } from '../state.ts';
import type { World } from '../world.ts';
import { tellReaction } from './message-events.ts';
import { replaceMessage } from './messages.ts';

/** Has this person put this emoji on the message? */
export function hasReacted(message: Message, name: string, person: string): boolean {
  return message.reactions.some((reaction) => reaction.name === name && reaction.users.includes(person));
}

/** Puts a person's emoji on a message, which must not be there yet. */
export function addReaction(world: World, channel: Channel, message: Message, name: string, person: string): void {
  const isNew = !message.reactions.some((reaction) => reaction.name === name);
  const reactions = isNew
    ? [...message.reactions, { name, users: [person] }]
    : message.reactions.map((one) => (one.name === name ? { name, users: [...one.users, person] } : one));
  replaceMessage(world, channel, { ...message, reactions });
  tellReaction(world, 'reaction_added', channel, message, { name, person });
}

/** Takes a person's emoji away, which must be there. */
export function removeReaction(world: World, channel: Channel, message: Message, name: string, person: string): void {
  const reactions = message.reactions
    .map((one) => (one.name === name ? { name, users: one.users.filter((user) => user !== person) } : one))
    .filter((one) => one.users.length > 0);
  replaceMessage(world, channel, { ...message, reactions });
  tellReaction(world, 'reaction_removed', channel, message, { name, person });
}
