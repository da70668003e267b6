import type { RichTextElement } from '@slack/types';
import type { CardFacts, RouteFacts } from '../domain/card.ts';
import { formatDay, formatMonth } from '../domain/day.ts';
import type { RouteKind } from '../domain/settings.ts';
import { count, number } from './labels.ts';
import { link, oneLine, person, words } from './rich-text.ts';

const MAX_SHOWN = 3;

/** What a department takes, in a list and in a sentence. */
export const ROUTE_KIND_WORDS: Record<RouteKind, { label: string; one: string }> = {
  idea: { label: 'Product idea', one: 'a product idea' },
  defect: { label: 'Defect', one: 'a defect' },
  lead: { label: 'Sales lead', one: 'a sales lead' },
  partnership: { label: 'Partnership', one: 'a partnership' },
  press: { label: 'Press', one: 'something for the press' },
  support: { label: 'Support', one: 'a support case' },
};

/** "Routed to Product: “export to CSV”, asked 4 times since June; Dana took it": the newest routes, one line each. */
export function routeLines({ routes, timezone }: CardFacts, now: Date): RichTextElement[][] {
  const newest = [...routes].sort((a, b) => b.id - a.id);
  const earlier = newest.length - MAX_SHOWN;
  const lines = newest.slice(0, MAX_SHOWN).map((route) => routeLine(route, now, timezone));
  return earlier > 0 ? [...lines, [words(`and ${count(earlier, 'earlier route')}`)]] : lines;
}

function routeLine(route: RouteFacts, now: Date, zone: string): RichTextElement[] {
  const asked = askedWords(route, now, zone);
  return [
    words('Routed to '),
    link(route.link, oneLine(route.department) || 'a department'),
    words(`: “${wishOf(route)}”${asked ? `, ${asked}` : ''}; `),
    ...standing(route),
    ...due(route, now, zone),
  ];
}

/** What is wished for, on one line. */
export function wishOf({ wish }: Pick<RouteFacts, 'wish'>): string {
  return oneLine(wish, 100) || 'no words';
}

/** "asked 4 times since June"; empty for what was heard only once. */
export function askedWords({ asked }: Pick<RouteFacts, 'asked'>, now: Date, zone: string): string {
  return asked.times > 1 ? `asked ${number(asked.times)} times since ${formatMonth(asked.since, now, zone)}` : '';
}

function due({ state, dueOn }: RouteFacts, now: Date, zone: string): RichTextElement[] {
  return dueOn && state !== 'done' ? [words(`, due ${formatDay(dueOn, now, zone)}`)] : [];
}

/** Who has it, what they ask, or what became of it. */
export function standing(route: RouteFacts): RichTextElement[] {
  switch (route.state) {
    case 'asked':
      return route.ownerId
        ? [person(route.ownerId), words(' is asked and has not taken it yet')]
        : [words('nobody has taken it yet')];
    case 'accepted':
      return [person(route.ownerId), words(' took it')];
    case 'asked_back':
      return [person(route.questionBy), words(` asks: “${oneLine(route.question ?? '', 200)}”`)];
    case 'done':
      return [
        words('done by '),
        person(route.doneBy),
        words(`: “${oneLine(route.outcome ?? '', 200)}”`),
        ...(route.toldAt ? [words(', and the author was told')] : []),
      ];
  }
}
