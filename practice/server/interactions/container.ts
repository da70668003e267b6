import type { Block, Place } from '../../wire.ts';
import type { Person } from '../state.ts';
import { slackMessage } from '../workspace/slack-message.ts';
import type { World } from '../world.ts';
import { payloadChannel } from './payload.ts';
import { type SeenMessage, seenMessage, seenView } from './seen.ts';

/** The blocks a person acts in, and what the payload says of the place around them. */
export type Container = { blocks: Block[]; payload: (values: unknown) => Record<string, unknown> };

function messageContainer(world: World, person: Person, { channel, message, isEphemeral }: SeenMessage): Container {
  const { ts, threadTs } = message;
  const place = { type: 'message', message_ts: ts, channel_id: channel.id, is_ephemeral: isEphemeral };
  return {
    blocks: message.blocks,
    payload: (values) => ({
      container: { ...place, thread_ts: threadTs },
      channel: payloadChannel(channel),
      message: isEphemeral ? undefined : slackMessage(world, channel, message, { withMetadata: true }),
      state: { values },
      response_url:
        world.url + world.replyUrls.issue({ channel: channel.id, person: person.id, messageTs: ts, threadTs }),
    }),
  };
}

/** The message or view at this place, if the person has it before them; views give no response_url. */
export function findContainer(world: World, person: Person, place: Place): Container | undefined {
  if ('channel' in place) {
    const seen = seenMessage(world, person.id, place.channel, place.ts);
    return seen && messageContainer(world, person, seen);
  }
  const view = seenView(world, person.id, place.viewId);
  return (
    view && {
      blocks: view.blocks,
      payload: (values) => ({ container: { type: 'view', view_id: view.id }, view: { ...view, state: { values } } }),
    }
  );
}
