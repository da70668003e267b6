/** What an app sends back by response_url, or inside the acknowledgement of a command. */
import { type Arguments, flagArg, textArg } from '../api/arguments.ts';
import { contentArg } from '../api/content-argument.ts';
import { refuse } from '../api/failure.ts';
import type { Channel, Message } from '../state.ts';
import { findChannel } from '../workspace/channels.ts';
import { tellDeleted, tellEdited, tellPosted } from '../workspace/message-events.ts';
import {
  addEphemeral,
  addMessage,
  findMessage,
  removeEphemeral,
  removeMessage,
  replaceEphemeral,
  replaceMessage,
} from '../workspace/messages.ts';
import { newTs } from '../workspace/timestamps.ts';
import type { World } from '../world.ts';
import type { ReplyTarget } from './reply-urls.ts';

function deleteOriginal(world: World, channel: Channel, { person, messageTs = '' }: ReplyTarget): void {
  const message = findMessage(world, channel.id, messageTs);
  if (message) {
    removeMessage(world, channel, message);
    tellDeleted(world, channel, message);
  } else {
    removeEphemeral(world, person, messageTs);
  }
}

function replaceOriginal(world: World, channel: Channel, target: ReplyTarget, body: Arguments): void {
  const content = contentArg(world, body);
  const message = findMessage(world, channel.id, target.messageTs ?? '');
  if (message) {
    const changed: Message = { ...message, ...content, editedTs: newTs(world), editedBy: world.state.bot.userId };
    replaceMessage(world, channel, changed);
    tellEdited(world, channel, message, changed);
    return;
  }
  const shown = world.ephemerals.find((one) => one.person === target.person && one.message.ts === target.messageTs);
  if (!shown) refuse('message_not_found');
  replaceEphemeral(world, target.person, { ...shown.message, ...content });
}

function postNew(world: World, channel: Channel, target: ReplyTarget, body: Arguments): void {
  const threadTs = textArg(body, 'thread_ts') ?? target.threadTs;
  const draft = { ...contentArg(world, body), user: world.state.bot.userId, threadTs };
  if (textArg(body, 'response_type') === 'in_channel') {
    tellPosted(world, channel, addMessage(world, channel, draft));
  } else {
    addEphemeral(world, channel, target.person, draft);
  }
}

/** Posts, replaces or deletes as the body asks; ephemeral to the person unless `in_channel`. @throws SlackFailure. */
export function postReply(world: World, target: ReplyTarget, body: Arguments): void {
  const channel = findChannel(world, target.channel) ?? refuse('channel_not_found');
  if (channel.isArchived) refuse('is_archived');
  if (flagArg(body, 'delete_original')) deleteOriginal(world, channel, target);
  else if (flagArg(body, 'replace_original')) replaceOriginal(world, channel, target, body);
  else postNew(world, channel, target, body);
}
