/** What the page has no button for, but tests and demonstrations need: channels that change. */
import { z } from 'zod';
import type { Channel, Person } from '../state.ts';
import { findChannel, isMember } from '../workspace/channels.ts';
import { joinChannel, leaveChannel, renameChannel, setArchived } from '../workspace/membership.ts';
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
};

type Schemas = typeof schemas;
export type StageAct = { [K in keyof Schemas]: z.infer<Schemas[K]> }[keyof Schemas];
type Act<K extends StageAct['act']> = Extract<StageAct, { act: K }>;
type Handlers = { [K in StageAct['act']]: (world: World, person: Person, act: Act<K>) => Said | Promise<Said> };

/** The request bodies of these acts. */
export const stageSchemas = [schemas.join, schemas.leave, schemas.archive, schemas.rename] as const;

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

export const stageHandlers: Handlers = {
  join,
  leave,
  archive: (world, person, act) => inChannel(world, act.channel, (one) => setArchived(world, one, person.id, act.on)),
  rename: (world, _person, act) => inChannel(world, act.channel, (one) => renameChannel(world, one, act.name)),
};
