import type { Person } from '../state.ts';
import { hasBot, isMember } from '../workspace/channels.ts';
import { slackProfile, slackUser } from '../workspace/slack-user.ts';
import type { World } from '../world.ts';
import { type Arguments, neededText, textArg } from './arguments.ts';
import { listOfPerson } from './conversations.ts';
import { refuse } from './failure.ts';
import { type Answer, type Method, readScopes } from './method.ts';
import { paged } from './paging.ts';

function info(world: World, args: Arguments): Answer {
  const id = neededText(args, 'user', 'user_not_found');
  return { user: slackUser(world, visiblePerson(world, id)) };
}

/** The person, if the app may see them. @throws user_not_found, user_not_visible for strangers it shares no channel with. */
function visiblePerson(world: World, id: string): Person {
  const { people, channels, team } = world.state;
  const person = people.find((one) => one.id === id) ?? refuse('user_not_found');
  const isStranger = person.teamId !== undefined && person.teamId !== team.id;
  const isMet = channels.some((channel) => isMember(channel, id) && hasBot(world, channel));
  return isStranger && !isMet ? refuse('user_not_visible') : person;
}

function profile(world: World, args: Arguments): Answer {
  const id = textArg(args, 'user') ?? world.state.bot.userId;
  return { profile: slackProfile(world, visiblePerson(world, id)) };
}

function list(world: World, args: Arguments): Answer {
  const { items, response_metadata } = paged(world.state.people, args, 200);
  return { members: items.map((person) => slackUser(world, person)), cache_ts: 0, response_metadata };
}

function lookupByEmail(world: World, args: Arguments): Answer {
  const email = neededText(args, 'email', 'users_not_found').toLowerCase();
  const isIt = (one: { email?: string; teamId?: string }) => one.email?.toLowerCase() === email && !one.teamId;
  const person = world.state.people.find(isIt) ?? refuse('users_not_found');
  return { user: slackUser(world, person) };
}

export const userMethods: Method[] = [
  { name: 'users.info', scopes: ['users:read'], tier: 4, run: info },
  { name: 'users.profile.get', scopes: ['users.profile:read'], tier: 4, run: profile },
  { name: 'users.list', scopes: ['users:read'], tier: 2, run: list },
  { name: 'users.lookupByEmail', scopes: ['users:read.email'], tier: 3, run: lookupByEmail },
  { name: 'users.conversations', scopes: readScopes, tier: 3, run: listOfPerson },
];
