import type { RespondFn } from '@slack/bolt';
import { withoutCharts } from '../src/views/chart-block.ts';
import type { SlackMessage } from '../src/views/message.ts';

/** How an answer is shown to the person alone. */
type How = { response_type: 'ephemeral' } | { replace_original: true };

/** Answers at the address that Slack gave for it; once more without charts where those are refused. */
export async function respondWith(respond: RespondFn, how: How, message: SlackMessage): Promise<void> {
  try {
    await respond({ ...how, ...message });
  } catch (error) {
    const plain = withoutCharts(message);
    if (!plain) throw error;
    await respond({ ...how, ...plain });
  }
}
