/** Every method of the Web API that this Slack has. */
import { authMethods } from './auth.ts';
import { blockMethods } from './blocks.ts';
import { chatChangeMethods } from './chat-change.ts';
import { chatPostMethods } from './chat-post.ts';
import { chatScheduleMethods } from './chat-schedule.ts';
import { chatUnfurlMethods } from './chat-unfurl.ts';
import { conversationChangeMethods } from './conversation-changes.ts';
import { conversationMethods } from './conversations.ts';
import { fileMethods } from './files.ts';
import { historyMethods } from './history.ts';
import type { Method } from './method.ts';
import { oauthMethods } from './oauth.ts';
import { pinMethods } from './pins.ts';
import { reactionMethods } from './reactions.ts';
import { teamMethods } from './team.ts';
import { userMethods } from './users.ts';
import { viewMethods } from './views.ts';

const families: Method[][] = [
  authMethods,
  oauthMethods,
  blockMethods,
  chatPostMethods,
  chatChangeMethods,
  chatScheduleMethods,
  chatUnfurlMethods,
  viewMethods,
  reactionMethods,
  pinMethods,
  conversationMethods,
  conversationChangeMethods,
  historyMethods,
  fileMethods,
  userMethods,
  teamMethods,
];

export const methods: ReadonlyMap<string, Method> = new Map(families.flat().map((method) => [method.name, method]));
