import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../src/deps.ts';
import type { SlackApp } from '../src/slack/receiver.ts';
import { refusalSentence } from '../src/views/copy.ts';
import { noticeMessage } from '../src/views/notice-message.ts';
import { problemModal } from '../src/views/problem-modal.ts';

/** Which workspace a payload is from, and where its person is: Slack's payloads name them in different places. */
const origin = z.object({
  type: z.string().optional(),
  authorizations: z.array(z.object({ team_id: z.string().nullish() })).optional(),
  team: z.object({ id: z.string() }).nullish(),
  team_id: z.string().nullish(),
  view: z.object({ id: z.string(), type: z.string(), app_installed_team_id: z.string().nullish() }).optional(),
  response_url: z.string().optional(),
  trigger_id: z.string().optional(),
});
type Origin = z.infer<typeof origin>;

/** Nothing is done or shown for what comes from another workspace; its person is told so, where there is a way. */
export function turnOthersAway(app: SlackApp, deps: Deps): void {
  app.use(async (args) => {
    const from = origin.safeParse(args.body).data;
    const team = from && teamOf(from);
    if (team === undefined || team === deps.teamId) return args.next();
    deps.log.warn({ team, type: from?.type }, 'something from another workspace was turned away');
    if (from) await tell(args, from);
  });
}

function teamOf({ authorizations, view, team, team_id }: Origin): string | undefined {
  return authorizations?.[0]?.team_id ?? view?.app_installed_team_id ?? team?.id ?? team_id ?? undefined;
}

async function tell(args: AnyMiddlewareArgs & AllMiddlewareArgs, from: Origin): Promise<void> {
  const sentence = refusalSentence({ refusal: 'other_workspace' });
  const view = problemModal('Porchlight', sentence);
  const { client, ack, respond } = args as Partial<Answers> & AllMiddlewareArgs;
  if (from.type === 'view_submission') return ack?.({ response_action: 'update', view });
  await ack?.();
  if (from.response_url)
    await respond?.({ response_type: 'ephemeral', replace_original: false, ...noticeMessage(sentence) });
  else if (from.view?.type === 'modal') await client.views.update({ view_id: from.view.id, view });
  else if (from.trigger_id) await client.views.open({ trigger_id: from.trigger_id, view });
}

/** What Bolt hands on with whatever a person did; an event has neither. */
type Answers = { ack(answer?: object): Promise<void>; respond(message: object): Promise<unknown> };
