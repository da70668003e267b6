import type { Channel, Message } from '../state.ts';
import type { World } from '../world.ts';
import { slackFile } from './files.ts';
import { listReplies } from './messages.ts';

/** Slack lists no more people than this under a reaction unless all are asked for; the count is of all. */
const MAX_REACTORS = 10;

function author({ state }: World, message: Message): Record<string, unknown> {
  const { userId, botId, appId } = state.bot;
  if (message.user !== userId) return { user: message.user, team: state.team.id };
  const { username, icons } = message;
  return { user: userId, bot_id: botId, app_id: appId, team: state.team.id, username, icons };
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

type Reactions = { name: string; users: string[]; count: number }[];

/** The reactions as Slack lists them; undefined when there are none. */
function slackReactions({ reactions }: Message, maxUsers: number): Reactions | undefined {
  if (reactions.length === 0) return undefined;
  return reactions.map(({ name, users }) => ({ name, users: users.slice(0, maxUsers), count: users.length }));
}

function sharedFiles(world: World, { files }: Message): Record<string, unknown>[] | undefined {
  return files?.flatMap((id) => {
    const file = world.state.files.get(id);
    return file ? [slackFile(world, file)] : [];
  });
}

/** The message object of the Web API and of payloads; metadata and every reactor only where they were asked for. */
export function slackMessage(
  world: World,
  channel: Channel,
  message: Message,
  { withMetadata = false, withEveryReactor = false } = {},
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
    files: sharedFiles(world, message),
    edited: message.editedTs ? { user: message.editedBy, ts: message.editedTs } : undefined,
    reactions: slackReactions(message, withEveryReactor ? Number.POSITIVE_INFINITY : MAX_REACTORS),
    pinned_to: message.pinned ? [channel.id] : undefined,
    metadata: withMetadata ? message.metadata : undefined,
  };
}
