import type { RichTextElement } from '@slack/types';
import type { CardFacts, CrisisFacts } from '../domain/card.ts';
import type { StricterVotes } from '../domain/crisis.ts';
import { formatDuration } from '../domain/time.ts';
import { actions, button, richText } from './blocks.ts';
import { stricterWords } from './crisis-words.ts';
import { CRISIS_BUTTON } from './ids.ts';
import { authorOnNetwork } from './mention-lines.ts';
import { message, type SlackMessage } from './message.ts';
import { AGO, bold, line, link, moment, oneLine, person, quote, webAddress, words } from './rich-text.ts';

/** The notice of a crisis: who called it, why, since when, what changes; and how it ended. Pure. */
export function crisisMessage(facts: CardFacts, crisis: CrisisFacts, stricter: StricterVotes): SlackMessage {
  const head = headline(facts, crisis);
  const reason = oneLine(crisis.reason, 500) || '(no reason given)';
  const mention = mentionLine(facts);
  const state = crisis.endedAt ? endLines(facts, crisis, crisis.endedAt) : changeLines(stricter);
  return message(
    [[...head, words(`: ${reason}`)], ...state],
    [
      richText(line(...head, words(':')), quote(words(crisis.reason.trim() || reason, 500)), line(...mention)),
      richText(...state.map((one) => line(...one))),
      ...(crisis.endedAt ? [] : actions(button(CRISIS_BUTTON, crisis.id))),
    ],
  );
}

function headline({ watch, timezone }: CardFacts, crisis: CrisisFacts): RichTextElement[] {
  const name = oneLine(watch);
  return [
    bold(crisis.endedAt ? `The crisis is over: ${name}` : `Crisis: ${name}`),
    words(' · '),
    person(crisis.by),
    words(' called it, '),
    moment(crisis.at, timezone, AGO),
  ];
}

function mentionLine(facts: CardFacts): RichTextElement[] {
  const card = webAddress(facts.cardLink) ? [words(' · '), link(facts.cardLink, 'open the card')] : [];
  return [words('It began with a mention by '), ...authorOnNetwork(facts), ...card];
}

function changeLines(stricter: StricterVotes): RichTextElement[][] {
  return [
    [
      words(
        `While it runs, a vote on a reply asks for ${stricterWords(stricter)}. Votes that are open already stay as they are.`,
      ),
    ],
    [words('It runs until a community manager ends it.')],
  ];
}

function endLines({ timezone }: CardFacts, crisis: CrisisFacts, endedAt: Date): RichTextElement[][] {
  const how = oneLine(crisis.closing ?? '', 500);
  const lastedMs = endedAt.getTime() - crisis.at.getTime();
  const after = lastedMs > 0 ? `, after ${formatDuration(lastedMs)}` : '';
  return [
    [
      person(crisis.endedBy),
      words(' ended it '),
      moment(endedAt, timezone, AGO),
      words(`${after}${how ? `: ${how}` : ''}`),
    ],
    [words('New votes on replies follow the usual rule again.')],
  ];
}
