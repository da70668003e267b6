/** What the app hears of messages and reactions, where its manifest asks for it. */

import type { SlackEvent } from '../socket/events.ts';
import type { Channel, Message } from '../state.ts';
import type { World } from '../world.ts';
import { hasBot, scopeFamily } from './channels.ts';
import { ownLinks } from './links.ts';
import { slackMessage } from './slack-message.ts';
import { newTs } from './timestamps.ts';

function tellOfMessage(world: World, channel: Channel, event: Record<string, unknown>): void {
  if (!hasBot(world, channel)) return;
  const family = scopeFamily(channel);
  const channelType = { channels: 'channel', groups: 'group', im: 'im' }[family];
  const whole: SlackEvent = { type: 'message', ...event, channel: channel.id, channel_type: channelType };
  world.events.tell(whole, `message.${family}`);
}

/** A message was posted. */
export function tellPosted(world: World, channel: Channel, message: Message): void {
  tellOfMessage(world, channel, { ...slackMessage(world, channel, message), event_ts: message.ts });
  tellLinks(world, channel, message);
}

/** The app may adorn links to its own sites; it does not hear of those it posted itself. */
function tellLinks(world: World, channel: Channel, message: Message): void {
  const links = ownLinks(world, message);
  if (links.length === 0 || message.user === world.state.bot.userId) return;
  const place = { channel: channel.id, message_ts: message.ts, thread_ts: message.threadTs };
  const unfurl_id = `${channel.id}.${message.ts}`;
  const about = { user: message.user, is_bot_user_member: hasBot(world, channel), source: 'conversations_history' };
  world.events.tell({ type: 'link_shared', ...place, ...about, unfurl_id, links, event_ts: newTs(world) });
}

/** A message was edited. */
export function tellEdited(world: World, channel: Channel, before: Message, after: Message): void {
  const ts = newTs(world);
  const [message, previous_message] = [after, before].map((one) => slackMessage(world, channel, one));
  tellOfMessage(world, channel, {
    subtype: 'message_changed',
    hidden: true,
    message,
    previous_message,
    ts,
    event_ts: ts,
  });
}

/** A message was deleted. */
export function tellDeleted(world: World, channel: Channel, before: Message): void {
  const ts = newTs(world);
  const previous_message = slackMessage(world, channel, before);
  tellOfMessage(world, channel, {
    subtype: 'message_deleted',
    hidden: true,
    deleted_ts: before.ts,
    previous_message,
    ts,
    event_ts: ts,
  });
}

/** A reaction was added or taken away; the bot hears of its own too. */
export function tellReaction(
  world: World,
  type: 'reaction_added' | 'reaction_removed',
  channel: Channel,
  message: Message,
  { name, person }: { name: string; person: string },
): void {
  if (!hasBot(world, channel)) return;
  world.events.tell({
    type,
    user: person,
    reaction: name,
    item: { type: 'message', channel: channel.id, ts: message.ts },
    item_user: message.user,
    event_ts: newTs(world),
  });
}
