import type { ActionsBlock, RichTextBlockElement, RichTextElement } from '@slack/types';
import type { CardFacts, RouteFacts, RouteState } from '../domain/card.ts';
import { formatDay } from '../domain/day.ts';
import { actions, button, richText } from './blocks.ts';
import { ROUTE_BUTTONS } from './ids.ts';
import { authorOnNetwork, quoted } from './mention-lines.ts';
import { message, type SlackMessage } from './message.ts';
import { AGO, dotted, line, link, moment, oneLine, person, quote, webAddress, words } from './rich-text.ts';
import { askedWords, ROUTE_KIND_WORDS, wishOf } from './route-words.ts';

/** What each state offers anybody, the first one being the next step. */
const BUTTONS: Record<RouteState, (keyof typeof ROUTE_BUTTONS)[]> = {
  asked: ['accept', 'ask_back', 'finish'],
  accepted: ['finish', 'ask_back'],
  asked_back: ['explain', 'finish'],
  done: [],
};

/** Whether the readers of the department's channel may read the mention itself. */
export type RouteReaders = { mayReadMention: boolean };

/** What a department is asked, where it stands and what came of it. Pure. */
export function routeMessage(facts: CardFacts, route: RouteFacts, readers: RouteReaders, now: Date): SlackMessage {
  const head = [
    person(route.routedBy),
    words(` has ${ROUTE_KIND_WORDS[route.kind].one} for ${oneLine(route.department)}: “${wishOf(route)}”`),
  ];
  const details = detailLine(route, now, facts.timezone);
  const state = stateLine(facts, route);
  return message(
    [head, details, state],
    [
      richText(line(...head), ...noteOf(route), line(...details)),
      richText(...mentionOf(facts, readers)),
      richText(...talkOf(route), line(...state)),
      ...buttonsOf(route),
    ],
  );
}

function noteOf({ note }: RouteFacts): RichTextBlockElement[] {
  return note.trim() ? [quote(words(note.trim(), 500))] : [];
}

function detailLine(route: RouteFacts, now: Date, zone: string): RichTextElement[] {
  const asked = askedWords(route, now, zone);
  return dotted(
    [words(asked ? asked.replace(/^a/, 'A') : 'Asked for the first time')],
    route.dueOn ? [words(`due ${formatDay(route.dueOn, now, zone)}`)] : [],
    [moment(route.routedAt, zone, AGO, 'routed ')],
  );
}

function mentionOf(facts: CardFacts, { mayReadMention }: RouteReaders): RichTextBlockElement[] {
  const card = webAddress(facts.cardLink) ? [link(facts.cardLink, 'Open the card')] : [];
  if (mayReadMention) return [line(...authorOnNetwork(facts), words(':')), ...quoted(facts, 300), line(...card)];
  return [line(...dotted([words('The mention is in a private channel')], card))];
}

/** The last question and its answer, once there is one. */
function talkOf({ question, questionBy, explanation, explainedBy, state }: RouteFacts): RichTextBlockElement[] {
  if (!question) return [];
  const asks = line(person(questionBy), words(state === 'asked_back' ? ' asks:' : ' asked:'));
  const answers = explanation
    ? [line(person(explainedBy), words(' answered:')), quote(words(explanation.trim(), 500))]
    : [];
  return [asks, quote(words(question.trim(), 500)), ...answers];
}

function stateLine({ timezone }: CardFacts, route: RouteFacts): RichTextElement[] {
  switch (route.state) {
    case 'asked':
      return route.ownerId
        ? [words('For '), person(route.ownerId), words(', who has not taken it yet')]
        : [words('Nobody has taken it yet')];
    case 'accepted': {
      const since = route.acceptedAt ? [words(', '), moment(route.acceptedAt, timezone, AGO)] : [];
      return [person(route.ownerId), words(' took it'), ...since];
    }
    case 'asked_back':
      return [words('Waits for an answer')];
    case 'done':
      return dotted(
        [
          words('Done by '),
          person(route.doneBy),
          ...(route.doneAt ? [words(' '), moment(route.doneAt, timezone, AGO)] : []),
          words(`: ${oneLine(route.outcome ?? '', 500) || '–'}`),
        ],
        route.toldAt ? [words('the author was told')] : [],
      );
  }
}

function buttonsOf(route: RouteFacts): ActionsBlock[] {
  const offered = BUTTONS[route.state];
  return actions(
    ...offered.map((name, i) => button(ROUTE_BUTTONS[name], route.id, i === 0 ? { style: 'primary' } : {})),
  );
}
