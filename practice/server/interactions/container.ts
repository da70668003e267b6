import type { Block, Place } from '../../wire.ts';
import type { Attachment, Message, Person } from '../state.ts';
import { slackMessage } from '../workspace/slack-message.ts';
import type { World } from '../world.ts';
import { payloadChannel } from './payload.ts';
import { type SeenMessage, seenMessage, seenView } from './seen.ts';

/** The blocks a person acts in, and what the payload says of the place around them. */
export type Container = { blocks: Block[]; payload: (values: unknown, blockId?: string) => Record<string, unknown> };

/** The attachment that holds the block; undefined when the block stands in the message itself. */
function attachmentOf({ attachments }: Message, blockId: string | undefined): Attachment | undefined {
  return attachments?.find(({ blocks = [] }) => blocks.some((block) => block.block_id === blockId));
}

/** What the payload says of the place where the block stands. */
function messagePlace({ channel, message, isEphemeral }: SeenMessage, blockId?: string): Record<string, unknown> {
  const place = {
    message_ts: message.ts,
    channel_id: channel.id,
    is_ephemeral: isEphemeral,
    thread_ts: message.threadTs,
  };
  const attachment = attachmentOf(message, blockId);
  if (!attachment) return { type: 'message', ...place };
  const isUnfurl = attachment.is_app_unfurl === true;
  return { type: 'message_attachment', ...place, attachment_id: attachment.id, is_app_unfurl: isUnfurl };
}

function messageContainer(world: World, person: Person, seen: SeenMessage): Container {
  const { channel, message, isEphemeral } = seen;
  const { ts, threadTs } = message;
  return {
    blocks: [...message.blocks, ...(message.attachments ?? []).flatMap(({ blocks = [] }) => blocks)],
    payload: (values, blockId) => ({
      container: messagePlace(seen, blockId),
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
