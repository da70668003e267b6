import type { Scheduled } from '../state.ts';
import { scheduleMessage, unschedule } from '../workspace/scheduled.ts';
import { nowSeconds } from '../workspace/timestamps.ts';
import type { World } from '../world.ts';
import { type Arguments, neededText, textArg } from './arguments.ts';
import { knownChannel, postingChannel } from './channel-argument.ts';
import { draftArg } from './draft-argument.ts';
import { refuse } from './failure.ts';
import type { Answer, Method } from './method.ts';
import { paged } from './paging.ts';

const FARTHEST_S = 120 * 86_400;
/** Slack does not take a message back in its last minute. */
const LAST_MINUTE_S = 60;

function postAtArg(world: World, args: Arguments): number {
  const given = neededText(args, 'post_at');
  const postAt = /^\d+$/.test(given) ? Number(given) : refuse('invalid_time');
  const now = nowSeconds(world);
  if (postAt <= now) refuse('time_in_past');
  return postAt > now + FARTHEST_S ? refuse('time_too_far') : postAt;
}

function schedule(world: World, args: Arguments): Answer {
  const channel = postingChannel(world, args);
  const postAt = postAtArg(world, args);
  const { id, draft } = scheduleMessage(world, channel, postAt, draftArg(world, channel, args));
  const { botId } = world.state.bot;
  const message = { type: 'delayed_message', bot_id: botId, user: draft.user, text: draft.text, blocks: draft.blocks };
  return { channel: channel.id, scheduled_message_id: id, post_at: postAt, message };
}

function remove(world: World, args: Arguments): Answer {
  const channel = knownChannel(world, args);
  const id = neededText(args, 'scheduled_message_id');
  const put = world.state.scheduled.find((one) => one.id === id && one.channel === channel.id);
  if (!put || put.postAt - nowSeconds(world) < LAST_MINUTE_S) return refuse('invalid_scheduled_message_id');
  unschedule(world, id);
  return {};
}

function listed({ id, channel, postAt, created, draft }: Scheduled): Answer {
  return { id, channel_id: channel, post_at: postAt, date_created: created, text: draft.text };
}

function list(world: World, args: Arguments): Answer {
  const channel = textArg(args, 'channel') && knownChannel(world, args).id;
  const all = world.state.scheduled.filter((one) => !channel || one.channel === channel);
  const { items, response_metadata } = paged(
    all.toSorted((a, b) => a.postAt - b.postAt),
    args,
    100,
  );
  return { scheduled_messages: items.map(listed), response_metadata };
}

export const chatScheduleMethods: Method[] = [
  { name: 'chat.scheduleMessage', scopes: ['chat:write'], tier: 3, run: schedule },
  { name: 'chat.deleteScheduledMessage', scopes: ['chat:write'], tier: 3, run: remove },
  { name: 'chat.scheduledMessages.list', tier: 3, run: list },
];
