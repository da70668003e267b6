/** What a person can do on the page, each checked against what they may see. */
import type { PageAct } from '../../wire.ts';
import { autolink } from '../block-kit/autolink.ts';
import { escapeMrkdwn } from '../block-kit/escape.ts';
import { closeModal } from '../interactions/close.ts';
import { command } from '../interactions/command.ts';
import { notice } from '../interactions/deliver.ts';
import { press } from '../interactions/press.ts';
import { seenMessage } from '../interactions/seen.ts';
import { messageShortcut, shortcut } from '../interactions/shortcut.ts';
import { submit } from '../interactions/submit.ts';
import { suggest } from '../interactions/suggest.ts';
import type { Person } from '../state.ts';
import { channelKind, findChannel, isMember, openDm } from '../workspace/channels.ts';
import { looksLikeEmoji } from '../workspace/emoji.ts';
import { tellDeleted, tellPosted } from '../workspace/message-events.ts';
import { addMessage, findMessage, removeEphemeral, removeMessage } from '../workspace/messages.ts';
import { addReaction, hasReacted, removeReaction } from '../workspace/reactions.ts';
import { newTs } from '../workspace/timestamps.ts';
import type { World } from '../world.ts';
import { type Said, say } from './said.ts';
import { type StageAct, stageHandlers } from './stage-acts.ts';
import { behave, makeMishap, makeTrouble } from './troubles.ts';
import { upload } from './upload.ts';

type Act<K extends PageAct['act']> = Extract<PageAct, { act: K }>;
type Handlers = { [K in PageAct['act']]: (world: World, person: Person, act: Act<K>) => Said | Promise<Said> };

function speak(world: World, person: Person, { channel: id, text, threadTs }: Act<'say'>): Said {
  const channel = findChannel(world, id);
  if (!channel || !isMember(channel, person.id)) return say('You are not in that channel.');
  if (channel.isArchived) return say('This channel is archived.');
  if (channelKind(channel) === 'im' && world.app.home.messages_tab_read_only_enabled) {
    return say(`Sending messages to ${world.app.name} has been turned off.`);
  }
  if (text.trim() === '') return say('There is nothing to send.');
  const root = threadTs ? findMessage(world, id, threadTs) : undefined;
  if (threadTs && !root) return say('That thread is not there any more.');
  const draft = { user: person.id, text: autolink(escapeMrkdwn(text)), threadTs: root && (root.threadTs ?? root.ts) };
  tellPosted(world, channel, addMessage(world, channel, draft));
  return say();
}

function react(world: World, person: Person, { channel: id, ts, name, on }: Act<'react'>): Said {
  const seen = seenMessage(world, person.id, id, ts);
  if (!seen || seen.message.subtype === 'tombstone') return say('That message is not there any more.');
  const { channel, message, isEphemeral } = seen;
  if (isEphemeral) return say('Only you can see this message, so it cannot have reactions.');
  if (channel.isArchived) return say('This channel is archived.');
  if (!looksLikeEmoji(name)) return say('That is not an emoji.');
  const isOn = hasReacted(message, name, person.id);
  if (on && !isOn) addReaction(world, channel, message, name, person.id);
  if (!on && isOn) removeReaction(world, channel, message, name, person.id);
  return say();
}

function deleteMessage(world: World, person: Person, { channel: id, ts }: Act<'delete'>): Said {
  const seen = seenMessage(world, person.id, id, ts);
  if (!seen) return say('That message is not there any more.');
  const { channel, message, isEphemeral } = seen;
  if (isEphemeral) {
    removeEphemeral(world, person.id, ts);
    return say();
  }
  if (message.user !== person.id && !person.isAdmin) return say('Only its author or an admin can delete it.');
  removeMessage(world, channel, message);
  tellDeleted(world, channel, message);
  return say();
}

function openHome(world: World, person: Person): Said {
  if (!world.app.home.home_tab_enabled) return say(`${world.app.name} has no Home tab.`);
  const { channel } = openDm(world, person.id);
  const view = world.state.homes.get(person.id);
  const event = { type: 'app_home_opened', user: person.id, channel: channel.id, tab: 'home', view };
  world.events.tell({ ...event, event_ts: newTs(world) });
  if (!view && !world.sockets.isOnline()) notice(world, person.id, `${world.app.name} is not connected yet.`);
  return say();
}

const handlers: Handlers = {
  say: speak,
  react,
  press,
  submit,
  close: closeModal,
  command,
  open_home: openHome,
  delete: deleteMessage,
  shortcut,
  message_shortcut: messageShortcut,
  suggest,
  upload,
  trouble: makeTrouble,
  mishap: makeMishap,
  behave,
};

/** Everything that can be done, by the person's page or by a test's stage directions. */
export type AnyAct = PageAct | StageAct;

/** Does what the person did and saves it before the answer. */
export async function perform(world: World, act: AnyAct): Promise<Said> {
  const person = world.state.people.find(({ id, isBot }) => id === act.as && !isBot);
  if (!person) return say('Nobody of that name works here.');
  const handle = { ...handlers, ...stageHandlers }[act.act] as (
    world: World,
    person: Person,
    act: AnyAct,
  ) => Said | Promise<Said>;
  const said = await handle(world, person, act);
  await world.store.flush();
  return said;
}
