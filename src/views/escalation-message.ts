import type { ActionsBlock, RichTextBlockElement, RichTextElement } from '@slack/types';
import type { CardFacts, EscalationFacts } from '../domain/card.ts';
import { rungKind } from '../domain/escalation.ts';
import { actions, button, richText } from './blocks.ts';
import { climbWords, endWords, groupWords } from './escalation-words.ts';
import { CALL_BUTTONS } from './ids.ts';
import { LEVELS } from './labels.ts';
import { authorOnNetwork, quoted } from './mention-lines.ts';
import { stateLine } from './mention-state.ts';
import { message, type SlackMessage } from './message.ts';
import { AGO, dotted, group, line, link, moment, oneLine, person, quote, webAddress, words } from './rich-text.ts';

/** Where one of its postings stands: whom it calls, and whether those who read it may read the mention itself. */
export type CallPlace = { called?: string | null; mayReadMention?: boolean };

/** A call for help with a mention, how far it climbed, who answered it and how it ended. Pure. */
export function escalationMessage(
  facts: CardFacts,
  escalation: EscalationFacts,
  _now: Date,
  { called = null, mayReadMention = true }: CallPlace = {},
): SlackMessage {
  const head = [
    person(escalation.by),
    words(` ${LEVELS[escalation.level].asks} ${escalation.level === 'crisis' ? 'over' : 'with'} a mention`),
    ...(mayReadMention ? [words(' by '), ...authorOnNetwork(facts)] : []),
  ];
  const greeting = groupCalled(escalation, called);
  const reason = oneLine(escalation.reason, 500) || '(no reason given)';
  const answer = answerLines(facts, escalation);
  const { text, blocks } = message(
    [[...greeting.slice(1), ...head, words(`: ${reason}`)], ...answer, stateLine(facts)],
    [
      richText(line(...greeting, ...head, words(':')), quote(words(escalation.reason.trim() || reason, 500))),
      richText(...mentionOf(facts, mayReadMention)),
      richText(...answer.map((one) => line(...one))),
      ...buttons(escalation),
    ],
  );
  const [ping] = greeting;
  return { text: ping?.type === 'usergroup' ? `<!subteam^${ping.usergroup_id}>${text}` : text, blocks };
}

/** A user group is called by its mention, and by its name where Slack does not notify it. */
function groupCalled({ ladder }: EscalationFacts, called: string | null): RichTextElement[] {
  if (called === null || rungKind(called) !== 'group') return [];
  const name = ladder.find(({ to }) => to === called)?.name ?? null;
  return [group(called), words(`${name ? ` (${groupWords(name)})` : ''}: `)];
}

function mentionOf(facts: CardFacts, mayRead: boolean): RichTextBlockElement[] {
  const state = line(...toCard(facts), ...stateLine(facts));
  if (!mayRead) return [line(words('The mention is in a private channel')), state];
  return [line(words('The mention:')), ...quoted(facts, 300), state];
}

function toCard({ cardLink }: CardFacts): RichTextElement[] {
  return webAddress(cardLink) ? [link(cardLink, 'Open the card'), words(' · ')] : [];
}

function answerLines({ timezone }: CardFacts, escalation: EscalationFacts): RichTextElement[][] {
  const asked = moment(escalation.at, timezone, AGO, 'asked ');
  const climb = dotted(...climbWords(escalation, timezone));
  const when = escalation.acknowledgedAt
    ? [words(', '), moment(escalation.acknowledgedAt, timezone, AGO, 'answered ')]
    : [];
  const answer = escalation.acknowledgedBy
    ? [person(escalation.acknowledgedBy), words(' is on it'), ...when]
    : [words('Nobody has answered yet · '), asked];
  if (!escalation.closedAt) return [answer, capital(climb)].filter((one) => one.length > 0);
  const end = [...endWords(escalation, 'Closed by '), words(' · '), moment(escalation.closedAt, timezone, AGO)];
  return escalation.acknowledgedBy ? [answer, end] : [end];
}

/** The same as a sentence of its own. */
function capital([first, ...rest]: RichTextElement[]): RichTextElement[] {
  if (first?.type !== 'text') return first ? [first, ...rest] : [];
  return [{ ...first, text: first.text.replace(/^\w/, (letter) => letter.toUpperCase()) }, ...rest];
}

/** What it offers anybody: to be on it, then to close it. */
function buttons({ id, acknowledgedBy, closedAt }: EscalationFacts): ActionsBlock[] {
  if (closedAt) return [];
  return acknowledgedBy
    ? actions(button(CALL_BUTTONS.close, id))
    : actions(button(CALL_BUTTONS.acknowledge, id, { style: 'primary' }));
}
