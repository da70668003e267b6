import type { RichTextElement } from '@slack/types';
import { actions, button, richText } from './blocks.ts';
import { LOG_BUTTON } from './ids.ts';
import { message, type SlackMessage } from './message.ts';
import { line, oneLine, words } from './rich-text.ts';

/** What the command can do; `unknown` is what somebody typed that it does not know. Pure. */
export function helpMessage(lines: { usage: string; does: string }[], unknown?: string): SlackMessage {
  const typed = oneLine(unknown ?? '', 60);
  const head = typed ? `I do not know “${typed}”. This is what I can do:` : 'This is what I can do:';
  const rows = lines.slice(0, 40).map(helpLine);
  return message(
    [[words(head)], ...rows],
    [
      richText(line(words(head)), {
        type: 'rich_text_list',
        style: 'bullet',
        elements: rows.map((one) => line(...one)),
      }),
      ...actions(button(LOG_BUTTON, 0)),
    ],
  );
}

function helpLine({ usage, does }: { usage: string; does: string }): RichTextElement[] {
  return [{ ...words(usage, 100), style: { code: true } }, words(`: ${does}`, 150)];
}
