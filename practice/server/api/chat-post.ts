import { findChannel, hasBot, isMember } from '../workspace/channels.ts';
import { tellPosted } from '../workspace/message-events.ts';
import { addEphemeral, addMessage } from '../workspace/messages.ts';
import { slackMessage } from '../workspace/slack-message.ts';
import type { World } from '../world.ts';
import { type Arguments, neededText, textArg } from './arguments.ts';
import { knownChannel, knownMessage, postingChannel } from './channel-argument.ts';
import { contentArg } from './content-argument.ts';
import { draftArg, threadArg } from './draft-argument.ts';
import { refuse } from './failure.ts';
import type { Answer, Method } from './method.ts';

function postMessage(world: World, args: Arguments): Answer {
  const channel = postingChannel(world, args);
  const message = addMessage(world, channel, draftArg(world, channel, args));
  tellPosted(world, channel, message);
  return {
    channel: channel.id,
    ts: message.ts,
    message: slackMessage(world, channel, message, { withMetadata: true }),
  };
}

function postEphemeral(world: World, args: Arguments): Answer {
  const channel = knownChannel(world, args);
  if (channel.isArchived) refuse('is_archived');
  if (!hasBot(world, channel)) refuse('not_in_channel');
  const person = neededText(args, 'user', 'user_not_in_channel');
  if (!isMember(channel, person)) refuse('user_not_in_channel');
  const threadTs = threadArg(world, channel, args);
  const message = addEphemeral(world, channel, person, {
    ...contentArg(world, args),
    user: world.state.bot.userId,
    threadTs,
  });
  return { message_ts: message.ts };
}

function getPermalink(world: World, args: Arguments): Answer {
  const channel = knownChannel(world, args);
  const message = knownMessage(world, channel, args, 'message_ts');
  const query = message.threadTs ? `?thread_ts=${message.threadTs}&cid=${channel.id}` : '';
  const permalink = `${world.url}/archives/${channel.id}/p${message.ts.replace('.', '')}${query}`;
  return { channel: channel.id, permalink };
}

/** The channel a post counts against in the rate limit, whatever way it was named. */
export function limitKey(world: World, args: Arguments): string | undefined {
  const wanted = textArg(args, 'channel');
  return wanted && (findChannel(world, wanted)?.id ?? wanted);
}

export const chatPostMethods: Method[] = [
  { name: 'chat.postMessage', scopes: ['chat:write'], tier: 'post', run: postMessage },
  { name: 'chat.postEphemeral', scopes: ['chat:write'], tier: 4, run: postEphemeral },
  { name: 'chat.getPermalink', run: getPermalink },
];
