import { z } from 'zod';
import { escapeMrkdwn } from '../block-kit/escape.ts';
import { newId } from '../ids.ts';
import type { Channel, StoredFile } from '../state.ts';
import { hasBot } from '../workspace/channels.ts';
import { slackFile } from '../workspace/files.ts';
import { tellPosted } from '../workspace/message-events.ts';
import { addMessage } from '../workspace/messages.ts';
import type { World } from '../world.ts';
import { type Arguments, jsonArg, neededText, textArg } from './arguments.ts';
import { knownChannel } from './channel-argument.ts';
import { threadArg } from './draft-argument.ts';
import { refuse, refuseArguments } from './failure.ts';
import type { Answer, Method } from './method.ts';

const types: Record<string, string> = {
  csv: 'text/csv',
  gif: 'image/gif',
  html: 'text/html',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json',
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain',
};

function getUploadUrl(world: World, args: Arguments): Answer {
  const name = neededText(args, 'filename');
  const length = Number(neededText(args, 'length'));
  if (!(length > 0)) refuseArguments('must be more than 0 [json-pointer:/length]');
  const file: StoredFile = {
    id: newId('F'),
    name,
    title: name,
    mimetype: types[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream',
    size: length,
    altText: textArg(args, 'alt_txt') ?? '',
    channels: [],
    isComplete: false,
  };
  world.state.files.set(file.id, file);
  world.store.touch('files');
  return { upload_url: `${world.url}/upload/${file.id}`, file_id: file.id };
}

/** The channel that files are shared in. @throws channel_not_found, not_in_channel, is_archived. */
function sharingChannel(world: World, args: Arguments): Channel {
  const channel = knownChannel(world, args, 'channel_id');
  if (!hasBot(world, channel)) refuse('not_in_channel');
  return channel.isArchived ? refuse('is_archived') : channel;
}

const wanted = z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1);

function completeUpload(world: World, args: Arguments): Answer {
  const { data } = wanted.safeParse(jsonArg(args, 'files', 'invalid_arguments'));
  if (!data) return refuseArguments('missing required field: files');
  const channel = textArg(args, 'channel_id') === undefined ? undefined : sharingChannel(world, args);
  const threadTs = channel && threadArg(world, channel, args);
  const files = data.map(({ id, title }) => {
    const file = world.state.files.get(id);
    if (file?.uploadedAtMs === undefined) return refuse('file_not_found');
    return { ...file, title: title ?? file.title, channels: channel ? [channel.id] : [], isComplete: true };
  });
  for (const file of files) world.state.files.set(file.id, file);
  world.store.touch('files');
  if (channel) {
    const text = escapeMrkdwn(textArg(args, 'initial_comment') ?? '');
    const shared = { text, user: world.state.bot.userId, threadTs, files: files.map(({ id }) => id) };
    tellPosted(world, channel, addMessage(world, channel, shared));
  }
  return { files: files.map((file) => slackFile(world, file)) };
}

function info(world: World, args: Arguments): Answer {
  const file = world.state.files.get(neededText(args, 'file', 'file_not_found'));
  return { file: file?.isComplete ? slackFile(world, file) : refuse('file_not_found') };
}

export const fileMethods: Method[] = [
  { name: 'files.getUploadURLExternal', scopes: ['files:write'], tier: 4, run: getUploadUrl },
  { name: 'files.completeUploadExternal', scopes: ['files:write'], tier: 4, run: completeUpload },
  { name: 'files.info', scopes: ['files:read'], tier: 4, run: info },
];
