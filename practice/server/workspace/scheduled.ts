/** Messages that are put off until their time. */
import { newId } from '../ids.ts';
import type { Channel, Scheduled } from '../state.ts';
import type { World } from '../world.ts';
import { findChannel, hasBot } from './channels.ts';
import { tellPosted } from './message-events.ts';
import { addMessage, type NewMessage } from './messages.ts';
import { nowSeconds } from './timestamps.ts';

/** Puts a message off until `postAt` (Unix seconds). */
export function scheduleMessage(world: World, channel: Channel, postAt: number, draft: NewMessage): Scheduled {
  const whole = { blocks: [], reactions: [], ...draft };
  const put = { id: newId('Q'), channel: channel.id, postAt, created: nowSeconds(world), draft: whole };
  keep(world, [...world.state.scheduled, put]);
  return put;
}

/** Takes a message that was put off back. */
export function unschedule(world: World, id: string): void {
  keep(
    world,
    world.state.scheduled.filter((one) => one.id !== id),
  );
}

/** Posts what is due by the world's clock; what its channel does not take any more is dropped. */
export function postDue(world: World): void {
  const now = nowSeconds(world);
  for (const { id, channel: channelId, draft } of world.state.scheduled.filter(({ postAt }) => postAt <= now)) {
    unschedule(world, id);
    const channel = findChannel(world, channelId);
    const isOpen = channel && !channel.isArchived && hasBot(world, channel);
    if (isOpen && world.state.installation === 'installed') {
      tellPosted(world, channel, addMessage(world, channel, draft));
    }
  }
}

function keep({ state, store }: World, scheduled: Scheduled[]): void {
  state.scheduled = scheduled;
  store.touch('workspace');
}
