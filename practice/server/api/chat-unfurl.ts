import { z } from 'zod';
import type { Attachment, Channel, Message } from '../state.ts';
import { ownLinks } from '../workspace/links.ts';
import { tellEdited } from '../workspace/message-events.ts';
import { findMessage, replaceMessage } from '../workspace/messages.ts';
import type { World } from '../world.ts';
import { type Arguments, jsonArg, neededText, textArg } from './arguments.ts';
import { knownChannel } from './channel-argument.ts';
import { attachment } from './content-argument.ts';
import { refuse } from './failure.ts';
import type { Answer, Method } from './method.ts';

const shape = z.record(z.string(), z.unknown());

/** Named by channel and ts, or by the unfurl_id of link_shared. @throws cannot_find_channel, cannot_find_message. */
function target(world: World, args: Arguments): { channel: Channel; message: Message } {
  const [idChannel = '', ...idTs] = (textArg(args, 'unfurl_id') ?? '').split('.');
  const byId = { channel: idChannel, ts: idTs.join('.') };
  const place = idChannel ? byId : { channel: textArg(args, 'channel'), ts: neededText(args, 'ts', 'missing_ts') };
  if (!place.channel) refuse('missing_channel');
  const channel = knownChannel(world, place);
  return { channel, message: findMessage(world, channel.id, place.ts) ?? refuse('cannot_find_message') };
}

/** Puts what the app shows of its own links under the message. */
function unfurl(world: World, args: Arguments): Answer {
  const { channel, message } = target(world, args);
  const { data } = shape.safeParse(jsonArg(args, 'unfurls', 'cannot_parse_attachment'));
  if (!data) return refuse('missing_unfurls');
  const own = ownLinks(world, message).map(({ url }) => url);
  const { appId, botId } = world.state.bot;
  const added = Object.entries(data).map(([url, json]): Attachment => {
    if (!own.includes(url)) return refuse('cannot_unfurl_url');
    const drawn = attachment(json, ['unfurls', url, 'blocks'], 'cannot_parse_attachment');
    return { ...drawn, from_url: url, app_unfurl_url: url, is_app_unfurl: true, app_id: appId, bot_id: botId };
  });
  const kept = (message.attachments ?? []).filter(({ from_url }) => !added.some((one) => one.from_url === from_url));
  const attachments = [...kept, ...added].map((one, index) => ({ ...one, id: index + 1 }));
  const changed = { ...message, attachments };
  replaceMessage(world, channel, changed);
  tellEdited(world, channel, message, changed);
  return {};
}

export const chatUnfurlMethods: Method[] = [{ name: 'chat.unfurl', scopes: ['links:write'], tier: 3, run: unfurl }];
