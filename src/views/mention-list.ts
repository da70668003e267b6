import type { RichTextElement } from '@slack/types';
import type { MentionLine } from '../domain/overview.ts';
import { STATUS_LABELS } from './labels.ts';
import { AGO, bold, dotted, link, moment, oneLine, person, words } from './rich-text.ts';
import { restsUntil } from './snooze-words.ts';

/** A mention on one line: where, who, the words as a link to its card, what it is about, who has it, since when. */
export function mentionListLine(mention: MentionLine, timezone: string): RichTextElement[] {
  const author = oneLine(mention.authorName ?? '', 60);
  return dotted(
    [words(oneLine(mention.networkLabel, 40))],
    author ? [bold(author)] : [],
    [link(mention.cardLink, `“${oneLine(mention.words, 100) || '(no words)'}”`)],
    [words(oneLine(mention.watch, 40))],
    whoHasIt(mention),
    restsUntil(mention, timezone, 'snoozed until '),
    [moment(mention.at, timezone, AGO)],
  );
}

function whoHasIt({ status, claimantId }: MentionLine): RichTextElement[] {
  const stands = [words(STATUS_LABELS[status])];
  if (status === 'new' || !claimantId) return stands;
  const has = [person(claimantId), words(' has it')];
  return status === 'claimed' ? has : dotted(has, stands);
}
