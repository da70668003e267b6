import type { UserGroup } from '../state.ts';
import type { World } from '../world.ts';
import { type Arguments, flagArg, neededText, textArg } from './arguments.ts';
import { refuse } from './failure.ts';
import type { Answer, Method } from './method.ts';

function slackGroup({ state }: World, group: UserGroup, withUsers: boolean): Answer {
  return {
    id: group.id,
    team_id: state.team.id,
    is_usergroup: true,
    name: group.name,
    handle: group.handle,
    description: '',
    is_external: false,
    date_delete: 0,
    user_count: group.users.length,
    users: withUsers ? group.users : undefined,
  };
}

function needPlan({ state }: World): void {
  if (state.team.isFreePlan) refuse('plan_upgrade_required');
}

function listGroups(world: World, args: Arguments): Answer {
  needPlan(world);
  const withUsers = flagArg(args, 'include_users');
  return { usergroups: world.state.userGroups.map((group) => slackGroup(world, group, withUsers)) };
}

function listGroupUsers(world: World, args: Arguments): Answer {
  needPlan(world);
  const id = neededText(args, 'usergroup', 'no_such_subteam');
  const group = world.state.userGroups.find((one) => one.id === id) ?? refuse('no_such_subteam');
  return { users: group.users };
}

function teamInfo({ state, url }: World): Answer {
  const { id, name, domain } = state.team;
  return { team: { id, name, domain, url: `${url}/`, email_domain: '', icon: { image_default: true } } };
}

function botInfo({ state, app }: World, args: Arguments): Answer {
  const { bot } = state;
  const wanted = textArg(args, 'bot');
  if (wanted && wanted !== bot.botId) refuse('bot_not_found');
  return { bot: { id: bot.botId, deleted: false, name: app.name, updated: 0, app_id: bot.appId, user_id: bot.userId } };
}

export const teamMethods: Method[] = [
  { name: 'usergroups.list', scopes: ['usergroups:read'], tier: 2, run: listGroups },
  { name: 'usergroups.users.list', scopes: ['usergroups:read'], tier: 2, run: listGroupUsers },
  { name: 'team.info', scopes: ['team:read'], tier: 3, run: teamInfo },
  { name: 'bots.info', scopes: ['users:read'], tier: 3, run: botInfo },
  { name: 'emoji.list', scopes: ['emoji:read'], tier: 2, run: ({ state }) => ({ emoji: state.emoji }) },
];
