import type { Misread } from '../domain/queue-filter.ts';
import { escapeMrkdwn } from '../domain/text.ts';
import { oneLine } from './rich-text.ts';

const FILTERS =
  'mine, open, overdue, snoozed, negative (or another tone), defects (or another kind), watch NAME, network NAME, or a colleague as @name';

/** What was not understood behind `/community queue` or `search`, and what would be, as mrkdwn. */
export function misreadSentence({ misread, word }: Misread): string {
  const typed = escapeMrkdwn(oneLine(word, 60));
  if (misread === 'no_name') return `Which ${typed}? Write its name behind it, such as: /community queue ${typed} Acme`;
  if (misread === 'no_person')
    return `Slack knows nobody as “${typed}”. Choose the name from Slack’s list while you type.`;
  if (misread === 'no_words')
    return `What shall I look for? Such as: /community search export. Behind the words you may write ${FILTERS}.`;
  return `I do not know “${typed}” here. You may write ${FILTERS}.`;
}
