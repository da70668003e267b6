/** How an app gets its token: a person agrees, the app exchanges the code. */
import { newSecret } from '../ids.ts';
import { installApp, removeApp } from '../workspace/installation.ts';
import type { World } from '../world.ts';
import { type Arguments, flagArg, neededText, textArg } from './arguments.ts';
import { refuse } from './failure.ts';
import type { Answer, Method } from './method.ts';
import { BOT_TOKEN } from './tokens.ts';

export const CLIENT_ID = '1000.practice';
export const CLIENT_SECRET = 'practice-client-secret';
const CODE_LIVES_MS = 600_000;

export type Codes = {
  /** A code that says that this person agreed. */
  issue(person: string): string;
  /** Uses the code up: who agreed, or Slack's reason against it. */
  exchange(code: string): { person: string } | 'invalid_code' | 'code_already_used';
};

/** Codes that work once within ten minutes. */
export function createCodes(clock: () => Date): Codes {
  const issued = new Map<string, { person: string; atMs: number; isUsed: boolean }>();
  return {
    issue(person) {
      const code = newSecret();
      issued.set(code, { person, atMs: clock().getTime(), isUsed: false });
      return code;
    },
    exchange(code) {
      const found = issued.get(code);
      if (!found || clock().getTime() - found.atMs > CODE_LIVES_MS) return 'invalid_code';
      if (found.isUsed) return 'code_already_used';
      found.isUsed = true;
      return { person: found.person };
    },
  };
}

function access(world: World, args: Arguments): Answer {
  if (textArg(args, 'client_id') !== CLIENT_ID) refuse('invalid_client_id');
  if (textArg(args, 'client_secret') !== CLIENT_SECRET) refuse('bad_client_secret');
  const agreed = world.codes.exchange(neededText(args, 'code', 'invalid_code'));
  if (typeof agreed === 'string') return refuse(agreed);
  installApp(world);
  const { team, bot } = world.state;
  return {
    app_id: bot.appId,
    authed_user: { id: agreed.person },
    scope: world.app.scopes.join(','),
    token_type: 'bot',
    access_token: BOT_TOKEN,
    bot_user_id: bot.userId,
    team: { id: team.id, name: team.name },
    enterprise: null,
    is_enterprise_install: false,
  };
}

function revoke(world: World, args: Arguments): Answer {
  const isTest = flagArg(args, 'test');
  if (!isTest) removeApp(world, 'revoked');
  return { revoked: !isTest };
}

export const oauthMethods: Method[] = [
  { name: 'oauth.v2.access', token: 'none', run: access },
  { name: 'auth.revoke', tier: 3, run: revoke },
];
