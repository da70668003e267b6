import { expect, test } from '@jest/globals';
import { ROUTE_STATES } from '../../src/domain/card.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import type { Person } from '../../src/domain/rights.ts';
import {
  applyRouteEvent,
  choiceKey,
  mayMoveRoute,
  proposedRoute,
  ROUTE_TRANSITIONS,
  type Route,
  type RouteEvent,
  routeChoices,
} from '../../src/domain/route.ts';
import { offeredRouteActs } from '../../src/domain/route-offers.ts';
import { ROUTE_KINDS } from '../../src/domain/settings.ts';
import { ANA, aCard, aRoute, BEN, CHI, DANA, NOW } from '../helpers/facts.ts';

const EVENTS: RouteEvent[] = ['accept', 'ask_back', 'explain', 'finish'];
const CELLS = ROUTE_STATES.flatMap((state) => EVENTS.map((event) => ({ state, event })));

test.each(CELLS)('a route that is $state and $event: what the table says, else a refusal', ({ state, event }) => {
  const after = applyRouteEvent(aRoute({ state }), { event, by: DANA, at: NOW, words: 'so' });
  const expected = ROUTE_TRANSITIONS[state][event];
  if (expected) expect(after).toMatchObject({ state: expected });
  else expect(after).toEqual({ refusal: 'wrong_route_state', event, state });
});

const apply = (route: Route, event: RouteEvent, by: string, words?: string) => {
  const after = applyRouteEvent(route, { event, by, at: NOW, ...(words && { words }) });
  if (isRefusal(after)) throw new Error(after.refusal);
  return after;
};

test('whoever accepts owns it, also when somebody else was named', () => {
  expect(apply(aRoute({ ownerId: CHI }), 'accept', DANA)).toMatchObject({ ownerId: DANA, acceptedAt: NOW });
  const taken = aRoute({ state: 'accepted', ownerId: DANA, acceptedAt: NOW });
  expect(applyRouteEvent(taken, { event: 'accept', by: CHI, at: NOW })).toEqual({
    refusal: 'already_accepted',
    by: DANA,
  });
});

test('an answered question gives the route back to who had taken it, and a new question forgets the old answer', () => {
  const asked = apply(apply(aRoute(), 'ask_back', DANA, 'which format?'), 'explain', BEN, 'the one of Excel');
  expect(asked).toMatchObject({ state: 'asked', ownerId: null, question: 'which format?', explainedBy: BEN });
  const again = apply(apply(asked, 'accept', DANA), 'ask_back', CHI, 'by when?');
  expect(again).toMatchObject({ state: 'asked_back', ownerId: DANA, questionBy: CHI, explanation: null });
  expect(apply(again, 'explain', BEN, 'soon')).toMatchObject({ state: 'accepted', ownerId: DANA });
});

test('whoever finishes what nobody has owns it', () => {
  const done = { state: 'done', outcome: 'shipped', doneBy: CHI, doneAt: NOW };
  expect(apply(aRoute(), 'finish', CHI, 'shipped')).toMatchObject({ ...done, ownerId: CHI });
  expect(apply(aRoute({ ownerId: DANA }), 'finish', CHI, 'shipped')).toMatchObject({ ...done, ownerId: DANA });
});

function somebody(id: string, facts: Partial<Person> = {}): Person {
  const plain = { isManager: false, isGuest: false, isBot: false, isForeign: false, isDeleted: false };
  return { id, name: id, ...plain, ...facts };
}

const PEOPLE = {
  claimant: somebody(ANA),
  router: somebody(BEN),
  owner: somebody(DANA),
  manager: somebody('U0BOSS', { isManager: true }),
  anybody: somebody(CHI),
  'Slack guest': somebody(DANA, { isGuest: true }),
  'person of another workspace': somebody(BEN, { isForeign: true }),
};

const MAY: Record<RouteEvent, (keyof typeof PEOPLE)[]> = {
  accept: ['claimant', 'router', 'owner', 'manager', 'anybody'],
  ask_back: ['claimant', 'router', 'owner', 'manager', 'anybody'],
  explain: ['claimant', 'router', 'manager'],
  finish: ['owner', 'manager'],
};

test.each(EVENTS.flatMap((event) => (Object.keys(PEOPLE) as (keyof typeof PEOPLE)[]).map((who) => ({ event, who }))))(
  '$event by the $who',
  ({ event, who }) => {
    const refused = mayMoveRoute(PEOPLE[who], event, { ownerId: DANA, routedBy: BEN }, ANA);
    expect(refused === undefined).toBe(MAY[event].includes(who));
  },
);

test('what nobody owns may be finished by anybody of the workspace', () => {
  const free = { ownerId: null, routedBy: BEN };
  expect(mayMoveRoute(PEOPLE.anybody, 'finish', free, null)).toBeUndefined();
  expect(mayMoveRoute(PEOPLE['Slack guest'], 'finish', free, null)).toEqual({ refusal: 'guest_account' });
});

test('every kind that somebody takes is offered with its departments, and what nobody takes is not', () => {
  const departments = [
    { name: 'Product', channel: 'C1', takes: ['defect' as const, 'idea' as const] },
    { name: 'Labs', channel: 'C2', takes: ['idea' as const] },
  ];
  const choices = routeChoices(departments, ROUTE_KINDS);
  expect(choices).toEqual([
    { kind: 'idea', department: 'Product', channelId: 'C1' },
    { kind: 'idea', department: 'Labs', channelId: 'C2' },
    { kind: 'defect', department: 'Product', channelId: 'C1' },
  ]);
  expect(new Set(choices.map(choiceKey)).size).toBe(3);
  expect(choiceKey({ kind: 'partnership', department: 'x'.repeat(10_000) }).length).toBeLessThan(75);
});

const DONE = aRoute({ state: 'done', doneBy: DANA, doneAt: NOW, outcome: 'shipped' });
const CLAIMED = { mention: { claimantId: ANA } };

test.each([
  ['anybody on a new mention', aCard(), PEOPLE.anybody, ['route']],
  ['anybody on a dismissed one', aCard({ status: 'dismissed' }), PEOPLE.anybody, []],
  ['anybody on an answered one', aCard({ status: 'answered', routes: [DONE] }), PEOPLE.anybody, ['route']],
  [
    'the claimant of an answered one with an outcome',
    aCard({ status: 'answered', routes: [DONE], ...CLAIMED }),
    PEOPLE.claimant,
    ['route', 'tell_author'],
  ],
  [
    'the claimant once the author was told',
    aCard({ status: 'claimed', routes: [aRoute({ ...DONE, toldAt: NOW })], ...CLAIMED }),
    PEOPLE.claimant,
    ['route'],
  ],
  [
    'the claimant while a reply is voted on',
    aCard({ status: 'voting', routes: [DONE], ...CLAIMED }),
    PEOPLE.claimant,
    ['route'],
  ],
  ['the router of a new one with an outcome', aCard({ routes: [DONE] }), PEOPLE.router, ['route', 'tell_author']],
  ['anybody else on a new one with an outcome', aCard({ routes: [DONE] }), PEOPLE.anybody, ['route']],
  [
    'the router while somebody else has it',
    aCard({ status: 'claimed', routes: [DONE], ...CLAIMED }),
    PEOPLE.router,
    ['route'],
  ],
  [
    'the router who was asked back',
    aCard({ routes: [aRoute({ state: 'asked_back' })] }),
    PEOPLE.router,
    ['route', 'explain_route'],
  ],
  ['a Slack guest', aCard({ routes: [aRoute({ state: 'asked_back' })] }), PEOPLE['Slack guest'], []],
])('%s is offered what can be done', (_, facts, person, acts) => {
  expect(offeredRouteActs(facts, person)).toEqual(acts);
});

test('a kind is proposed to the department that takes it, and to none where nobody does', () => {
  const choices = routeChoices(
    [
      { name: 'Product', channel: 'C1', takes: ['idea', 'defect'] },
      { name: 'Care', channel: 'C2', takes: ['support'] },
    ],
    ROUTE_KINDS,
  );
  expect(proposedRoute('defect', choices)).toMatchObject({ kind: 'defect', department: 'Product' });
  expect(proposedRoute('complaint', choices)).toMatchObject({ kind: 'support', department: 'Care' });
  expect(proposedRoute('press', choices)).toBeUndefined();
  expect(proposedRoute('praise', choices)).toBeUndefined();
  expect(proposedRoute(null, choices)).toBeUndefined();
});
