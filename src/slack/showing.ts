import type { View } from '@slack/types';
import { withoutCharts } from '../views/chart-block.ts';
import { withoutPictures } from '../views/home-picture.ts';
import type { SlackMessage } from '../views/message.ts';
import { SlackTrouble } from './port.ts';
import { asking } from './trouble.ts';

/** Slack's words for blocks that it does not draw: of a message, of a view. */
const REFUSED = ['invalid_blocks', 'invalid_arguments'];

/** Shows a message; once more without its charts where this Slack does not draw them. Their numbers stand in words too. */
export function showing<T>(message: SlackMessage, call: (message: SlackMessage) => Promise<T>): Promise<T> {
  return orPlainer(message, withoutCharts, call);
}

/** Shows a view; once more without its pictures where Slack cannot show them. Their numbers stand in words too. */
export function showingView<T>(view: View, call: (view: View) => Promise<T>): Promise<T> {
  return orPlainer(view, withoutPictures, call);
}

async function orPlainer<S, T>(
  shown: S,
  plainer: (shown: S) => S | undefined,
  call: (shown: S) => Promise<T>,
): Promise<T> {
  try {
    return await asking(() => call(shown));
  } catch (error) {
    const isRefused = error instanceof SlackTrouble && REFUSED.includes(error.code);
    const plain = isRefused ? plainer(shown) : undefined;
    if (plain === undefined) throw error;
    return asking(() => call(plain));
  }
}
