/** What the page sees of the state: the objects of wire.ts. */
import type { Block, PracticeChannel, PracticeMessage, PracticePerson, PracticeView, SharedFile } from '../../wire.ts';
import type { Channel, Message, Person, SlackView, State } from '../state.ts';
import type { OpenModal } from '../world.ts';

/** The person as the page shows them. */
export function pagePerson({ id, name, title, color, isBot = false, isAdmin = false }: Person): PracticePerson {
  return { id, name, title, color, isBot, isAdmin };
}

/** The channel as the page shows it. */
export function pageChannel(channel: Channel): PracticeChannel {
  const { id, name, topic, isPrivate, isArchived, members } = channel;
  return { id, name, topic, isPrivate, isArchived, members, isDm: channel.dmWith !== undefined };
}

/** Pictures by `slack_file` get the address of this server beside it, since a browser cannot ask the Web API. */
function pageBlocks<T>(value: T): T {
  if (Array.isArray(value)) return value.map(pageBlocks) as T;
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, pageBlocks(inner)]));
  const file = copy.slack_file as { id?: string; url?: string } | undefined;
  if (copy.type === 'image' && file) copy.image_url = file.id ? `/files/${file.id}` : file.url;
  return copy as T;
}

/** The files that were shared with a message, as far as there are any. */
function sharedFiles({ files }: Pick<State, 'files'>, message: Message): SharedFile[] | undefined {
  return message.files?.flatMap((id) => {
    const file = files.get(id);
    return file ? [{ id, title: file.title, bytes: file.size, address: `/files/${id}` }] : [];
  });
}

/** The blocks of attachments stand under those of the message, or under its text. */
function allBlocks({ text, blocks, attachments = [] }: Message): Block[] {
  const attached = attachments.flatMap((one) => one.blocks ?? []);
  if (attached.length === 0) return blocks;
  const words: Block[] = text === '' ? [] : [{ type: 'section', text: { type: 'mrkdwn', text } }];
  return [...(blocks.length > 0 ? blocks : words), ...attached];
}

/** The message as the page shows it; `replies` are the messages of its thread. */
export function pageMessage(
  state: Pick<State, 'files'>,
  channel: string,
  message: Message,
  replies: Message[],
  person?: string,
): PracticeMessage {
  return {
    channel,
    ts: message.ts,
    user: message.user,
    text: message.text,
    blocks: pageBlocks(allBlocks(message)),
    username: message.username,
    threadTs: message.threadTs,
    replyCount: replies.length,
    replyUsers: [...new Set(replies.map((reply) => reply.user))],
    latestReply: replies.at(-1)?.ts,
    reactions: message.reactions,
    edited: message.editedTs !== undefined,
    pinnedBy: message.pinned?.by,
    ephemeralFor: person,
    subtype: message.subtype,
    files: sharedFiles(state, message),
  };
}

/** A view as the page draws it. */
export function pageView(view: SlackView, errors?: Record<string, string>): PracticeView {
  return {
    id: view.id,
    type: view.type,
    callbackId: view.callback_id,
    title: view.title?.text ?? '',
    submit: view.submit?.text,
    close: view.close?.text,
    blocks: pageBlocks<Block[]>(view.blocks),
    hash: view.hash,
    errors,
  };
}

/** A person's modal stack as the page draws it. */
export function pageModals(stack: OpenModal[]): PracticeView[] {
  return stack.map(({ view, errors }) => pageView(view, errors));
}
