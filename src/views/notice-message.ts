import { richText } from './blocks.ts';
import { message, type SlackMessage } from './message.ts';
import { line } from './rich-text.ts';
import { sentence } from './sentence.ts';

/** One sentence of `copy.ts`, for a thread or for one person's eyes. Pure. */
export function noticeMessage(text: string): SlackMessage {
  const said = sentence(text);
  return message([said], [richText(line(...said))]);
}
