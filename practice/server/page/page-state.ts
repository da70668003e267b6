import type { PageState, PracticeMessage } from '../../wire.ts';
import type { Channel, Message, Person } from '../state.ts';
import { isMember } from '../workspace/channels.ts';
import { listMessages } from '../workspace/messages.ts';
import { modalStack } from '../workspace/modals.ts';
import type { World } from '../world.ts';
import { pageChannel, pageMessage, pageModals, pagePerson, pageView } from './projection.ts';
import { troublesNow } from './troubles.ts';

function channelMessages(world: World, { id }: Channel): PracticeMessage[] {
  const messages = listMessages(world, id);
  const threads = new Map<string, Message[]>();
  for (const message of messages) {
    if (message.threadTs) threads.set(message.threadTs, [...(threads.get(message.threadTs) ?? []), message]);
  }
  return messages.map((message) => pageMessage(world.state, id, message, threads.get(message.ts) ?? []));
}

function ownEphemerals(world: World, person: Person): PracticeMessage[] {
  return world.ephemerals
    .filter((one) => one.person === person.id)
    .map(({ channel, message }) => pageMessage(world.state, channel, message, [], person.id));
}

/** Everything this person may see. */
export function pageState(world: World, person: Person): PageState {
  const { state, app, sockets, url } = world;
  const channels = state.channels.filter((channel) => isMember(channel, person.id));
  const home = state.homes.get(person.id);
  return {
    team: { id: state.team.id, name: state.team.name, url },
    me: person.id,
    bot: state.bot.userId,
    botOnline: sockets.isOnline(),
    people: state.people.map(pagePerson),
    channels: channels.map(pageChannel),
    messages: [...channels.flatMap((channel) => channelMessages(world, channel)), ...ownEphemerals(world, person)],
    modals: pageModals(modalStack(world, person.id)),
    home: home ? pageView(home) : null,
    commands: app.commands.map(({ command, description, usage_hint }) => ({
      command,
      description,
      usageHint: usage_hint,
    })),
    userGroups: state.userGroups,
    shortcuts: app.shortcuts.map(({ name, type, callback_id, description }) => ({
      name,
      type,
      callbackId: callback_id,
      description,
    })),
    troubles: troublesNow(world),
  };
}
