import type { RouteState } from './card.ts';
import type { Kind } from './judgement.ts';
import type { Refusal } from './refusal.ts';
import { type Act, mayDo, type Person } from './rights.ts';
import type { Department, RouteKind } from './settings.ts';
import { textHash } from './text.ts';

/** What a department and those who asked it do with a route. */
export type RouteEvent = 'accept' | 'ask_back' | 'explain' | 'finish';

/** The whole life of a route. What is not in the table is refused. */
export const ROUTE_TRANSITIONS: Record<RouteState, Partial<Record<RouteEvent, RouteState>>> = {
  asked: { accept: 'accepted', ask_back: 'asked_back', finish: 'done' },
  accepted: { ask_back: 'asked_back', finish: 'done' },
  asked_back: { explain: 'asked', finish: 'done' },
  done: {},
};

/** A mention handed to a department. */
export type Route = {
  id: number;
  teamId: string;
  mentionId: number;
  wishId: number | null;
  kind: RouteKind;
  department: string;
  channelId: string;
  note: string;
  dueOn: string | null;
  routedBy: string;
  routedAt: Date;
  state: RouteState;
  /** Named when it was routed, or whoever took it. */
  ownerId: string | null;
  acceptedAt: Date | null;
  /** The last question of the department, and what it was told. */
  question: string | null;
  questionBy: string | null;
  explanation: string | null;
  explainedBy: string | null;
  outcome: string | null;
  doneBy: string | null;
  doneAt: Date | null;
  toldAt: Date | null;
};

/** What happened to a route: who did it, when, and the question, the answer or the outcome in their words. */
export type RouteAct = { event: RouteEvent; by: string; at: Date; words?: string };

const MARKS: Record<RouteEvent, (act: RouteAct, route: Route) => Partial<Route>> = {
  accept: ({ by, at }) => ({ ownerId: by, acceptedAt: at }),
  ask_back: ({ by, words }) => ({ question: words ?? '', questionBy: by, explanation: null, explainedBy: null }),
  explain: ({ by, words }) => ({ explanation: words ?? '', explainedBy: by }),
  finish: ({ by, at, words }, { ownerId }) => ({
    ownerId: ownerId ?? by,
    outcome: words ?? '',
    doneBy: by,
    doneAt: at,
  }),
};

/** The route after `act`, or a refusal that says what stands in the way. Pure. */
export function applyRouteEvent(route: Route, act: RouteAct): Route | Refusal {
  const state = ROUTE_TRANSITIONS[route.state][act.event];
  if (!state) return refused(route, act.event);
  // Who had taken it before they asked back has it still.
  const isTaken = state === 'asked' && route.acceptedAt !== null;
  return { ...route, ...MARKS[act.event](act, route), state: isTaken ? 'accepted' : state };
}

function refused({ state, ownerId }: Route, event: RouteEvent): Refusal {
  if (event === 'accept' && state === 'accepted' && ownerId) return { refusal: 'already_accepted', by: ownerId };
  return { refusal: 'wrong_route_state', event, state };
}

const ACTS: Record<RouteEvent, Act> = {
  accept: 'accept_route',
  ask_back: 'ask_back',
  explain: 'explain_route',
  finish: 'finish_route',
};

/** Undefined when `person` may do this to the route; else why not. Whoever finishes what nobody has takes it by that. Pure. */
export function mayMoveRoute(
  person: Person,
  event: RouteEvent,
  route: Pick<Route, 'ownerId' | 'routedBy'>,
  claimantId: string | null,
): Refusal | undefined {
  const act = event === 'finish' && !route.ownerId ? 'accept_route' : ACTS[event];
  return mayDo(person, act, { claimantId, ownerId: route.ownerId, routerId: route.routedBy });
}

/** One thing that a department takes: what the routing form offers. */
export type RouteChoice = { kind: RouteKind; department: string; channelId: string };

/** Everything that can be routed, kind by kind in the order in which `kinds` are told; what nobody takes is left out. */
export function routeChoices(departments: Department[], kinds: readonly RouteKind[]): RouteChoice[] {
  return kinds.flatMap((kind) =>
    departments
      .filter((department) => department.takes.includes(kind))
      .map(({ name, channel }) => ({ kind, department: name, channelId: channel })),
  );
}

/** Which department each kind of mention usually concerns; the others concern none. */
const USUALLY: Partial<Record<Kind, RouteKind>> = {
  question: 'support',
  complaint: 'support',
  defect: 'defect',
  idea: 'idea',
  lead: 'lead',
  partnership: 'partnership',
  press: 'press',
};

/** The choice to propose for a mention of this kind; none where nobody takes it. */
export function proposedRoute(kind: Kind | null, choices: RouteChoice[]): RouteChoice | undefined {
  const wanted = kind && USUALLY[kind];
  return choices.find((choice) => choice.kind === wanted);
}

/** A choice as a form sends it back: short, whatever the department is called. */
export function choiceKey({ kind, department }: Pick<RouteChoice, 'kind' | 'department'>): string {
  return `${kind}:${textHash(department).slice(0, 20)}`;
}
