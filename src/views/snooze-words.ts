import type { RichTextElement } from '@slack/types';
import type { CardFacts } from '../domain/card.ts';
import { DAY_AND_TIME, moment, person, words } from './rich-text.ts';

/** "Snoozed by Ana until tomorrow at 09:00"; nothing for a mention that is awake. */
export function snoozeLine({ mention, timezone }: Pick<CardFacts, 'mention' | 'timezone'>): RichTextElement[] {
  const until = restsUntil(mention, timezone, ' until ');
  return until.length > 0 ? [words('Snoozed by '), person(mention.snoozedBy), ...until] : [];
}

/** Until when it rests, after `lead`. */
export function restsUntil(
  { snoozedUntil, snoozedUntilReply }: { snoozedUntil: Date | null; snoozedUntilReply: boolean },
  timezone: string,
  lead: string,
): RichTextElement[] {
  if (snoozedUntil) return [moment(snoozedUntil, timezone, DAY_AND_TIME, lead)];
  return snoozedUntilReply ? [words(`${lead}the author writes again`)] : [];
}
