import type { RichTextElement } from '@slack/types';
import type { ScheduleKind } from '../domain/knowing.ts';
import type { SummaryFacts } from '../domain/summary.ts';
import { richText } from './blocks.ts';
import { message, type SlackMessage } from './message.ts';
import { channel, line, words } from './rich-text.ts';
import { summaryMessage } from './summary-message.ts';
import { SUMMARY_WORDS } from './summary-words.ts';

/** What may be typed behind `/community preview`. Pure. */
export function previewHelp(typed: string): SlackMessage {
  const known = Object.values(SUMMARY_WORDS).map(({ label, word }) => `${word} (${label.toLowerCase()})`);
  const lead = typed === '' ? 'Which summary would you like to see?' : 'There is no such summary.';
  const text = [words(`${lead} Type /community preview and one of: ${known.join(', ')}.`)];
  return message([text], [richText(line(...text))]);
}

type Preview = { kind: ScheduleKind; channelId: string; isPaused: boolean; facts: SummaryFacts | undefined };

/** A summary as it would be posted now, below a line that says who sees it. Pure. */
export function previewMessage(preview: Preview): SlackMessage {
  const lead = leadOf(preview);
  const head = message([lead], [richText(line(...lead))]);
  if (!preview.facts) return head;
  const { text, blocks } = summaryMessage(preview.facts);
  return { text: joined(head.text, text), blocks: [...head.blocks, ...blocks] };
}

function leadOf({ kind, channelId, isPaused, facts }: Preview): RichTextElement[] {
  if (kind === 'spike') {
    const only = 'Only you see this. ';
    if (!facts) return [words(`${only}No watch was talked about in the last hours; an alert comes by itself.`)];
    return [words(`${only}This is no alert, but what one would look like at this moment:`)];
  }
  const label = SUMMARY_WORDS[kind].label;
  if (isPaused) return [words(`Only you see this. “${label}” is paused; now it would say:`)];
  return [words(`Only you see this. “${label}” would now say in `), channel(channelId), words(':')];
}

/** Whole lines, as many as Slack takes. */
function joined(head: string, text: string): string {
  let all = head;
  for (const one of text.split('\n')) {
    if (all.length + one.length + 1 > MAX_TEXT) break;
    all += `\n${one}`;
  }
  return all;
}

const MAX_TEXT = 2900;
