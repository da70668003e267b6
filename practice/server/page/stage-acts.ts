/** What the page has no button for, but tests and demonstrations need: channels that change, an app that goes. */
import { z } from 'zod';
import type { Channel, Person } from '../state.ts';
import { findChannel, isMember } from '../workspace/channels.ts';
import { installApp, removeApp } from '../workspace/installation.ts';
import { joinChannel, leaveChannel, renameChannel, setArchived } from '../workspace/membership.ts';
import { findMessage, replaceMessage } from '../workspace/messages.ts';
import type { World } from '../world.ts';
import { type Said, say } from './said.ts';

const as = z.string();
const channel = z.string();
const user = z.string();

const schemas = {
  /** Brings `user` (or the bot) into the channel. */
  join: z.object({ act: z.literal('join'), as, channel, user }),
  leave: z.object({ act: z.literal('leave'), as, channel, user }),
  archive: z.object({ act: z.literal('archive'), as, channel, on: z.boolean() }),
  rename: z.object({ act: z.literal('rename'), as, channel, name: z.string() }),
  /** Closes a thread to answers and reactions, or opens it again. */
  lock_thread: z.object({ act: z.literal('lock_thread'), as, channel, ts: z.string(), on: z.boolean() }),
  uninstall: z.object({ act: z.literal('uninstall'), as, how: z.enum(['uninstalled', 'revoked']).optional() }),
  install: z.object({ act: z.literal('install'), as }),
};

type Schemas = typeof schemas;
export type StageAct = { [K in keyof Schemas]: z.infer<Schemas[K]> }[keyof Schemas];
type Act<K extends StageAct['act']> = Extract<StageAct, { act: K }>;
type Handlers = { [K in StageAct['act']]: (world: World, person: Person, act: Act<K>) => Said | Promise<Said> };

/** The request bodies of these acts. */
export const stageSchemas = [
  schemas.join,
  schemas.leave,
  schemas.archive,
  schemas.rename,
  schemas.lock_thread,
  schemas.uninstall,
  schemas.install,
] as const;

function inChannel(world: World, id: string, change: (channel: Channel) => void): Said {
  const found = findChannel(world, id);
  if (!found) return say('There is no such channel.');
  change(found);
  return say();
}

function join(world: World, person: Person, act: Act<'join'>): Said {
  return inChannel(world, act.channel, (one) => {
    if (!isMember(one, act.user)) joinChannel(world, one, act.user, person.id);
  });
}

function leave(world: World, _person: Person, act: Act<'leave'>): Said {
  return inChannel(world, act.channel, (one) => {
    if (isMember(one, act.user)) leaveChannel(world, one, act.user);
  });
}

function lockThread(world: World, _person: Person, { channel: id, ts, on }: Act<'lock_thread'>): Said {
  return inChannel(world, id, (one) => {
    const root = findMessage(world, id, ts);
    if (root) replaceMessage(world, one, { ...root, isLocked: on });
  });
}

function uninstall(world: World, _person: Person, { how }: Act<'uninstall'>): Said {
  removeApp(world, how ?? 'uninstalled');
  return say();
}

function install(world: World): Said {
  installApp(world);
  return say();
}

export const stageHandlers: Handlers = {
  join,
  leave,
  archive: (world, person, act) => inChannel(world, act.channel, (one) => setArchived(world, one, person.id, act.on)),
  rename: (world, _person, act) => inChannel(world, act.channel, (one) => renameChannel(world, one, act.name)),
  lock_thread: lockThread,
  uninstall,
  install,
};
