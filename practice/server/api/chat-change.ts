import type { Channel, Message } from '../state.ts';
import { hasBot } from '../workspace/channels.ts';
import { tellDeleted, tellEdited } from '../workspace/message-events.ts';
import { removeMessage, replaceMessage } from '../workspace/messages.ts';
import { slackMessage } from '../workspace/slack-message.ts';
import { newTs } from '../workspace/timestamps.ts';
import type { World } from '../world.ts';
import type { Arguments } from './arguments.ts';
import { knownChannel, knownMessage } from './channel-argument.ts';
import { contentArg } from './content-argument.ts';
import { refuse } from './failure.ts';
import { metadataArg } from './metadata-argument.ts';
import type { Answer, Method } from './method.ts';

const MAX_UPDATED_TEXT = 4000;

function ownMessage(world: World, args: Arguments, code: string): { channel: Channel; message: Message } {
  const channel = knownChannel(world, args);
  if (channel.isArchived) refuse(code === 'cant_update_message' ? 'is_inactive' : 'is_archived');
  const message = knownMessage(world, channel, args);
  if (message.user !== world.state.bot.userId) refuse(code);
  if (!hasBot(world, channel) && !world.app.scopes.includes('chat:write.public')) refuse('not_in_channel');
  return { channel, message };
}

function checkEditWindow({ state, clock }: World, { ts }: Message): void {
  const minutes = state.team.editWindowMinutes;
  if (minutes !== undefined && clock().getTime() > (Number(ts) + minutes * 60) * 1000) refuse('edit_window_closed');
}

/** rich_text cannot become something else, nor the other way round. */
function isMismatch(before: Message, blocks: Message['blocks']): boolean {
  const only = (list: Message['blocks']) => list.length === 1 && list[0]?.type === 'rich_text';
  return only(before.blocks) && blocks.length > 0 && !blocks.some((block) => block.type === 'rich_text');
}

function update(world: World, args: Arguments): Answer {
  const { channel, message } = ownMessage(world, args, 'cant_update_message');
  checkEditWindow(world, message);
  const content = contentArg(world, args, MAX_UPDATED_TEXT);
  if (isMismatch(message, content.blocks)) refuse('block_mismatch');
  const given = metadataArg(args);
  const changed: Message = {
    ...message,
    ...content,
    metadata: given === 'keep' ? message.metadata : given,
    editedTs: content.blocks.length > 0 ? message.editedTs : newTs(world),
    editedBy: world.state.bot.userId,
  };
  replaceMessage(world, channel, changed);
  tellEdited(world, channel, message, changed);
  const answer = slackMessage(world, channel, changed, { withMetadata: true });
  return { channel: channel.id, ts: message.ts, text: changed.text, message: answer };
}

function remove(world: World, args: Arguments): Answer {
  const { channel, message } = ownMessage(world, args, 'cant_delete_message');
  removeMessage(world, channel, message);
  tellDeleted(world, channel, message);
  return { channel: channel.id, ts: message.ts };
}

export const chatChangeMethods: Method[] = [
  { name: 'chat.update', scopes: ['chat:write'], tier: 3, run: update },
  { name: 'chat.delete', scopes: ['chat:write'], tier: 3, run: remove },
];
