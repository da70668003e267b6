import type { RichTextElement } from '@slack/types';
import type { Approvers } from '../domain/settings.ts';
import type { WelcomeFacts } from '../domain/settings-facts.ts';
import { actions, button, richText } from './blocks.ts';
import { count } from './labels.ts';
import { message, type SlackMessage } from './message.ts';
import { bold, channel, line, oneLine, words } from './rich-text.ts';
import { SETTING_BUTTONS } from './settings-ids.ts';

const HELLO =
  'Hello. Porchlight listens to what is said about you outside and brings it to a channel as cards that anybody here can answer. Three steps, about two minutes:';

/** The greeting with the three first steps: what is done is said, what comes next has the button. Pure. */
export function welcomeMessage(facts: WelcomeFacts): SlackMessage {
  const steps = [channelStep(facts), watchStep(facts), approvalStep(facts)];
  const end = isDone(facts) ? [...ready(facts)] : [];
  return message(
    [[words(HELLO)], ...steps, ...(end.length > 0 ? [end] : [])],
    [
      richText(line(words(HELLO))),
      richText({ type: 'rich_text_list', style: 'ordered', elements: steps.map((one) => line(...one)) }),
      ...(end.length > 0 ? [richText(line(...end))] : []),
      ...actions(nextButton(facts), button(SETTING_BUTTONS.settings, 0)),
    ],
  );
}

function isDone({ channelId, watch, approval }: WelcomeFacts): boolean {
  return channelId !== null && watch !== null && approval !== null;
}

function nextButton(facts: WelcomeFacts) {
  const { welcome_channel: first, welcome_watch: second, welcome_approvers: third } = SETTING_BUTTONS;
  if (isDone(facts)) return undefined;
  const next = facts.channelId === null ? first : facts.watch === null ? second : third;
  return button(next, 0, { style: 'primary' });
}

function channelStep({ channelId }: WelcomeFacts): RichTextElement[] {
  if (channelId === null) return [words('The channel where the cards go')];
  return [bold('Done'), words(': cards go to '), channel(channelId)];
}

function watchStep({ watch }: WelcomeFacts): RichTextElement[] {
  if (watch === null) return [words('The first watch: the address of a blog, forum or feed, and a phrase')];
  const sources = count(watch.sources, 'source');
  return [bold('Done'), words(`: “${oneLine(watch.name)}” listens to ${sources}`)];
}

function approvalStep({ approval }: WelcomeFacts): RichTextElement[] {
  if (approval === null) return [words('Who approves replies')];
  const { votes, approvers, channelId } = approval;
  const how = `: a reply needs ${count(votes, 'approval')} ${byWhom(approvers)}, in `;
  return [bold('Done'), words(how), channel(channelId)];
}

function byWhom(approvers: Approvers): string {
  return approvers === 'everyone' ? 'by anybody but its writer' : `by those named (${approvers.length})`;
}

function ready({ channelId }: WelcomeFacts): RichTextElement[] {
  return [
    words('You are ready: what is said from now on becomes cards in '),
    channel(channelId ?? ''),
    words('. Type /community help to see what else there is.'),
  ];
}
