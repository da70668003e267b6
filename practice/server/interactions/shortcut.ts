import { type Said, say } from '../page/said.ts';
import type { Person } from '../state.ts';
import { slackMessage } from '../workspace/slack-message.ts';
import { newTs } from '../workspace/timestamps.ts';
import type { World } from '../world.ts';
import { deliver } from './deliver.ts';
import { payloadBase, payloadChannel } from './payload.ts';
import { seenMessage } from './seen.ts';

function isKnown({ app }: World, type: 'global' | 'message', callbackId: string): boolean {
  return app.shortcuts.some((one) => one.type === type && one.callback_id === callbackId);
}

/** Runs a global shortcut of the manifest. */
export async function shortcut(world: World, person: Person, { callbackId }: { callbackId: string }): Promise<Said> {
  if (!isKnown(world, 'global', callbackId)) return say('There is no such shortcut.');
  const base = payloadBase(world, person);
  const payload = { type: 'shortcut', ...base, callback_id: callbackId, action_ts: newTs(world) };
  await deliver(world, person.id, 'interactive', payload);
  return say();
}

type OnMessage = { callbackId: string; channel: string; ts: string };

/** Runs a message shortcut of the manifest on a message the person sees. */
export async function messageShortcut(world: World, person: Person, act: OnMessage): Promise<Said> {
  if (!isKnown(world, 'message', act.callbackId)) return say('There is no such shortcut.');
  const seen = seenMessage(world, person.id, act.channel, act.ts);
  if (!seen || seen.isEphemeral) return say('That message is not there any more.');
  const { channel, message } = seen;
  const replyPath = world.replyUrls.issue({ channel: channel.id, person: person.id, messageTs: message.ts });
  await deliver(world, person.id, 'interactive', {
    type: 'message_action',
    ...payloadBase(world, person),
    callback_id: act.callbackId,
    action_ts: newTs(world),
    message_ts: message.ts,
    channel: payloadChannel(channel),
    message: slackMessage(world, channel, message),
    response_url: world.url + replyPath,
  });
  return say();
}
