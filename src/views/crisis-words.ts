import type { RichTextElement } from '@slack/types';
import type { CardFacts } from '../domain/card.ts';
import type { StricterVotes } from '../domain/crisis.ts';
import { OPEN_STATUSES } from '../domain/mention.ts';
import { count } from './labels.ts';
import { AGO, bold, moment, oneLine, person, words } from './rich-text.ts';

/** "A crisis runs for Acme: Ben called it, 5 minutes ago. …"; nothing in quiet times, or once the mention is done. */
export function crisisLine({ crisis, mention, watch, timezone }: CardFacts): RichTextElement[] {
  if (!crisis || !OPEN_STATUSES.includes(mention.status)) return [];
  return [
    bold(`A crisis runs for ${oneLine(watch)}`),
    words(': '),
    person(crisis.by),
    words(' called it, '),
    moment(crisis.at, timezone, AGO),
    words('. Until a community manager ends it, new votes on replies are stricter'),
  ];
}

/** "1 more approval than usual"; in words that fit after "a vote on a reply asks for". */
export function stricterWords({ votes, groups }: StricterVotes): string {
  const more = votes > 0 ? `${count(votes, 'more approval', 'more approvals')} than usual` : '';
  const somebody = groups > 0 ? 'an approval by somebody of the group that each vote names' : '';
  return [more, somebody].filter(Boolean).join(' and ') || 'no more than usual';
}
