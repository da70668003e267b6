import type { KnownBlock, RichTextElement } from '@slack/types';
import { formatDay } from '../domain/day.ts';
import type { HomeCall, HomeFacts, HomeRoute, MentionLine } from '../domain/overview.ts';
import { actions, button, header, richText } from './blocks.ts';
import { listBlocks, said } from './home-parts.ts';
import { ACTIONS, ROUTE_BUTTONS } from './ids.ts';
import { count, LEVELS } from './labels.ts';
import { AGO, dotted, line, link, moment, oneLine, person, words } from './rich-text.ts';
import { ROUTE_KIND_WORDS } from './route-words.ts';

const MAX_CALLS = 4;
const MAX_ROUTES = 4;

const ON_IT = { actionId: ACTIONS.acknowledge, label: 'I am on it' };

/** Calls for help that reached this person, and those they are on; nothing for none. Pure. */
export function callBlocks({ calls, timezone }: HomeFacts): KnownBlock[] {
  if (calls.length === 0) return [];
  const waiting = calls.filter((call) => call.acknowledgedBy === null);
  const more = waiting.length - MAX_CALLS;
  return [
    header('Calls for help to you'),
    ...waiting
      .slice(0, MAX_CALLS)
      .flatMap((call) => [
        richText(line(...callWords(call, timezone))),
        ...actions(button(ON_IT, call.id, { aloud: `${ON_IT.label}: ${oneLine(call.reason, 50)}` })),
      ]),
    ...(more > 0 ? [said(`and ${count(more, 'more', 'more')} that nobody is on.`)] : []),
    ...listBlocks(
      'You are on these',
      calls.filter((call) => call.acknowledgedBy !== null),
      (call) => callWords(call, timezone),
    ),
  ];
}

function callWords({ by, level, reason, at, line: mention }: HomeCall, timezone: string): RichTextElement[] {
  return dotted([person(by), words(` ${LEVELS[level].asks}: “${oneLine(reason, 150)}”`)], aboutMention(mention), [
    moment(at, timezone, AGO),
  ]);
}

/** What this person’s department was asked; nothing for none. Pure. */
export function askedBlocks({ asked, timezone }: HomeFacts, now: Date): KnownBlock[] {
  if (asked.length === 0) return [];
  const own = asked.filter((route) => route.ownerId !== null);
  const open = asked.filter((route) => route.ownerId === null);
  return [
    header('What your department was asked'),
    ...own
      .slice(0, MAX_ROUTES)
      .flatMap((route) => [
        richText(line(...routeWords(route, timezone, now))),
        ...actions(button(ROUTE_BUTTONS[route.state === 'asked' ? 'accept' : 'finish'], route.id)),
      ]),
    ...(own.length > MAX_ROUTES ? [said(`and ${count(own.length - MAX_ROUTES, 'more', 'more')} that are yours.`)] : []),
    ...listBlocks('Nobody has taken these yet', open, (route) => routeWords(route, timezone, now)),
  ];
}

function routeWords(route: HomeRoute, timezone: string, now: Date): RichTextElement[] {
  const due = route.dueOn ? [words(`due ${formatDay(route.dueOn, now, timezone)}`)] : [];
  const { label } = ROUTE_KIND_WORDS[route.kind];
  const about = oneLine(route.note, 120);
  return dotted(
    [words(`${oneLine(route.department, 60)}: `), link(route.link, about ? `${label}, “${about}”` : label)],
    aboutMention(route.line),
    due,
  );
}

/** The mention itself, for those who may read it. */
function aboutMention(mention: MentionLine | null): RichTextElement[] {
  if (!mention) return [];
  return [link(mention.cardLink, `“${oneLine(mention.words, 80) || '(no words)'}”`)];
}
