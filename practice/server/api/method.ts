import type { World } from '../world.ts';
import type { Arguments } from './arguments.ts';

export type Answer = Record<string, unknown>;

/** Calls a minute (`perMinute`), or Slack's special rule for posting; undefined: no limit that an app would meet. */
export type Tier = 1 | 2 | 3 | 4 | 'post' | undefined;

/** One method of the Web API. `run` returns what goes beside `ok: true`, or throws a SlackFailure. */
export type Method = {
  name: string;
  /** Which token it takes; the bot's unless said otherwise. */
  token?: 'app' | 'none';
  /** Any one of these scopes is enough; absent: none is needed. */
  scopes?: string[];
  tier?: Tier;
  run(world: World, args: Arguments): Answer | Promise<Answer>;
};

/** Any of these lets the app ask about some kind of channel. */
export const readScopes = ['channels:read', 'groups:read', 'im:read', 'mpim:read'];

/** Either of these lets the app make and change some kind of channel. */
export const manageScopes = ['channels:manage', 'groups:write'];

/** Any of these lets the app read some kind of channel. */
export const historyScopes = ['channels:history', 'groups:history', 'im:history', 'mpim:history'];
