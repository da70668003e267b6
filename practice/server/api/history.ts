import type { Message } from '../state.ts';
import { findMessage, listMessages, listReplies } from '../workspace/messages.ts';
import { slackMessage } from '../workspace/slack-message.ts';
import type { World } from '../world.ts';
import { type Arguments, flagArg, neededText, textArg } from './arguments.ts';
import { joinedChannel, needScope } from './channel-argument.ts';
import { refuse } from './failure.ts';
import { type Answer, historyScopes, type Method } from './method.ts';
import { paged } from './paging.ts';

/** Timestamps of one length compare as text only when padded; as numbers they lose the last digits. */
function micros(ts: string): bigint {
  const [seconds = '0', fraction = ''] = ts.split('.');
  return BigInt(`${seconds || '0'}${fraction.slice(0, 6).padEnd(6, '0')}`);
}

function tsArg(args: Arguments, name: string): bigint | undefined {
  const ts = textArg(args, name);
  if (ts === undefined) return undefined;
  return /^\d*(\.\d+)?$/.test(ts) ? micros(ts) : refuse(`invalid_ts_${name}`);
}

function inRange(args: Arguments): (message: Message) => boolean {
  const latest = tsArg(args, 'latest');
  const oldest = tsArg(args, 'oldest');
  const isInclusive = flagArg(args, 'inclusive');
  return ({ ts }) => {
    const at = micros(ts);
    if (isInclusive && (at === latest || at === oldest)) return true;
    return (latest === undefined || at < latest) && (oldest === undefined || at > oldest);
  };
}

function answer(world: World, args: Arguments, messages: Message[]): Answer {
  const channel = joinedChannel(world, args);
  const withMetadata = flagArg(args, 'include_all_metadata');
  const { items, response_metadata } = paged(messages, args, 100, 999);
  const hasMore = response_metadata.next_cursor !== '';
  const shown = items.map((message) => slackMessage(world, channel, message, { withMetadata }));
  return { messages: shown, has_more: hasMore, pin_count: 0, ...(hasMore ? { response_metadata } : {}) };
}

function history(world: World, args: Arguments): Answer {
  const channel = joinedChannel(world, args);
  needScope(world, channel, 'history');
  const roots = listMessages(world, channel.id).filter(({ threadTs, isBroadcast }) => !threadTs || isBroadcast);
  return answer(world, args, roots.filter(inRange(args)).toReversed());
}

function replies(world: World, args: Arguments): Answer {
  const channel = joinedChannel(world, args);
  needScope(world, channel, 'history');
  const message = findMessage(world, channel.id, neededText(args, 'ts', 'thread_not_found'));
  if (!message) return refuse('thread_not_found');
  const root = message.threadTs ? (findMessage(world, channel.id, message.threadTs) ?? message) : message;
  const rest = listReplies(world, channel.id, root.ts).filter(inRange(args));
  return answer(world, args, [root, ...rest]);
}

export const historyMethods: Method[] = [
  { name: 'conversations.history', scopes: historyScopes, tier: 3, run: history },
  { name: 'conversations.replies', scopes: historyScopes, tier: 3, run: replies },
];
