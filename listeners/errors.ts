import { z } from 'zod';
import type { Deps } from '../src/deps.ts';
import type { SlackApp } from '../src/slack/receiver.ts';
import { troubleNotice } from '../src/views/copy.ts';
import { noticeMessage } from '../src/views/notice-message.ts';

type Failed = { error: Error; body: unknown };

/** Where the person is, as far as the payload tells: Slack's payloads name it in different places. */
const place = z.object({
  type: z.string().optional(),
  channel: z.object({ id: z.string() }).optional().catch(undefined),
  channel_id: z.string().optional(),
  user: z.object({ id: z.string() }).optional().catch(undefined),
  user_id: z.string().optional(),
});

/** The one place where what a listener throws is caught: logged, and said to the person where Slack lets us. */
export function registerErrors(app: SlackApp, deps: Deps): void {
  app.error(async ({ error, body }: Failed) => {
    const { type, ...at } = place.parse(body);
    deps.log.error({ type, error: String(error), stack: error.stack }, 'a listener failed');
    const channel = at.channel?.id ?? at.channel_id;
    const person = at.user?.id ?? at.user_id;
    if (channel && person) await tell(deps, channel, person);
  });
}

/** Slack itself may be the trouble: then there is no telling. */
async function tell(deps: Deps, channel: string, person: string): Promise<void> {
  try {
    await deps.slack.whisper(channel, person, noticeMessage(troubleNotice()));
  } catch (error) {
    deps.log.warn({ error: String(error) }, 'a person was not told of an error');
  }
}
