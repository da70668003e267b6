import type { KnownBlock, RichTextElement } from '@slack/types';
import type { ChartBlock } from './chart-block.ts';
import { plainWords } from './rich-text.ts';

/** What stands in a message: a chart is one of Slack's blocks that its types do not know yet. */
export type MessageBlock = KnownBlock | ChartBlock;

/** What is posted: `text` is what notifications and screen readers say, with absolute times; `blocks` is what is seen. */
export type SlackMessage = { text: string; blocks: MessageBlock[] };

/** Slack refuses an update whose `text` is longer than 4,000. */
const MAX_SUMMARY = 2900;

/** A message whose summary is these lines, one below the other; the first must make sense alone. */
export function message(summary: RichTextElement[][], blocks: MessageBlock[]): SlackMessage {
  const lines = summary.filter((line) => line.length > 0);
  let left = MAX_SUMMARY;
  const kept: string[] = [];
  for (const line of lines) {
    const words = plainWords(line, left);
    if (!words) break;
    kept.push(words);
    left -= words.length + 1;
  }
  return { text: kept.join('\n') || '–', blocks };
}
