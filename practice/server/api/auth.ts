import type { World } from '../world.ts';
import type { Answer, Method } from './method.ts';

function test({ state, url }: World): Answer {
  const { team, bot, people } = state;
  return {
    url: `${url}/`,
    team: team.name,
    user: people.find((person) => person.id === bot.userId)?.handle,
    team_id: team.id,
    user_id: bot.userId,
    bot_id: bot.botId,
    is_enterprise_install: false,
  };
}

function openConnection({ url, sockets, state }: World): Answer {
  const address = url.replace('http:', 'ws:');
  return { url: `${address}/link/?ticket=${sockets.newTicket()}&app_id=${state.bot.appId}` };
}

export const authMethods: Method[] = [
  { name: 'auth.test', run: test },
  { name: 'api.test', token: 'none', run: (_world, args) => ({ args }) },
  { name: 'apps.connections.open', token: 'app', tier: 3, run: openConnection },
];
