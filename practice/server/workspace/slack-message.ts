import type { Channel, Message } from '../state.ts';
import type { World } from '../world.ts';
import { listReplies } from './messages.ts';

function author({ state }: World, message: Message): Record<string, unknown> {
  const { userId, botId, appId } = state.bot;
  if (message.user !== userId) return { user: message.user, team: state.team.id };
  return { user: userId, bot_id: botId, app_id: appId, team: state.team.id };
}

function thread(world: World, channel: Channel, message: Message): Record<string, unknown> {
  if (message.threadTs) return { thread_ts: message.threadTs };
  const replies = listReplies(world, channel.id, message.ts);
  const latest = replies.at(-1);
  if (!latest) return {};
  const users = [...new Set(replies.map((reply) => reply.user))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    reply_users: users,
    latest_reply: latest.ts,
  };
}

/** The reactions as Slack lists them; undefined when there are none. */
export function slackReactions(message: Message): { name: string; users: string[]; count: number }[] | undefined {
  if (message.reactions.length === 0) return undefined;
  return message.reactions.map(({ name, users }) => ({ name, users, count: users.length }));
}

/** The message object of the Web API and of payloads; metadata only where it was asked for. */
export function slackMessage(
  world: World,
  channel: Channel,
  message: Message,
  { withMetadata = false } = {},
): Record<string, unknown> {
  return {
    type: 'message',
    subtype: message.subtype ?? (message.isBroadcast ? 'thread_broadcast' : undefined),
    ...author(world, message),
    text: message.text,
    ts: message.ts,
    ...thread(world, channel, message),
    blocks: message.blocks.length > 0 ? message.blocks : undefined,
    attachments: message.attachments,
    edited: message.editedTs ? { user: message.editedBy, ts: message.editedTs } : undefined,
    reactions: slackReactions(message),
    pinned_to: message.pinned ? [channel.id] : undefined,
    metadata: withMetadata ? message.metadata : undefined,
  };
}
