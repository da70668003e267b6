/** A message as chat.postMessage and its kin take it. */
import type { Channel } from '../state.ts';
import { findMessage, type NewMessage } from '../workspace/messages.ts';
import type { World } from '../world.ts';
import { type Arguments, flagArg, textArg } from './arguments.ts';
import { contentArg } from './content-argument.ts';
import { refuse } from './failure.ts';
import { metadataArg } from './metadata-argument.ts';

/** The root's timestamp; a reply to a reply goes to the same thread. @throws thread_not_found, restricted_action_thread_locked. */
export function threadArg(world: World, channel: Channel, args: Arguments): string | undefined {
  const ts = textArg(args, 'thread_ts');
  if (ts === undefined) return undefined;
  const message = findMessage(world, channel.id, ts) ?? refuse('thread_not_found');
  const root = message.threadTs ? (findMessage(world, channel.id, message.threadTs) ?? message) : message;
  return root.isLocked ? refuse('restricted_action_thread_locked') : root.ts;
}

/** The name and icon the app wants to be seen under. @throws missing_scope. */
function disguiseArg({ app }: World, args: Arguments): Pick<NewMessage, 'username' | 'icons'> {
  const [username, image, emoji] = ['username', 'icon_url', 'icon_emoji'].map((name) => textArg(args, name));
  if (username === undefined && image === undefined && emoji === undefined) return {};
  if (!app.scopes.includes('chat:write.customize')) {
    refuse('missing_scope', { needed: 'chat:write.customize', provided: app.scopes.join(',') });
  }
  return { username, icons: icons(image, emoji) };
}

/** An emoji hides a picture. */
function icons(image: string | undefined, emoji: string | undefined): Record<string, string> | undefined {
  if (emoji !== undefined) return { emoji };
  return image === undefined ? undefined : { image_48: image };
}

/** The whole message, not posted yet. @throws no_text and the errors of its parts. */
export function draftArg(world: World, channel: Channel, args: Arguments): NewMessage {
  const disguise = disguiseArg(world, args);
  const given = metadataArg(args);
  return {
    ...contentArg(world, args),
    ...disguise,
    user: world.state.bot.userId,
    threadTs: threadArg(world, channel, args),
    isBroadcast: flagArg(args, 'reply_broadcast') || undefined,
    metadata: given === 'keep' ? undefined : given,
  };
}
