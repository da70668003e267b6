import { findRoute } from '../db/routes.ts';
import { getTeam } from '../db/teams.ts';
import { listWishes } from '../db/wishes.ts';
import type { Deps } from '../deps.ts';
import type { CardFacts, RouteFacts } from '../domain/card.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { mayDo } from '../domain/rights.ts';
import { applyRouteEvent, mayMoveRoute, type RouteChoice, type RouteEvent, routeChoices } from '../domain/route.ts';
import { ROUTE_KINDS } from '../domain/settings.ts';
import type { Wish } from '../domain/wish.ts';
import { getPerson } from './person.ts';
import { findFacts } from './picture.ts';

/** How many wishes heard before are offered. */
const MAX_WISHES = 50;

/** What the routing form offers: who takes what, and what they were asked for lately. */
export async function prepareRoute(
  deps: Deps,
  wish: { mentionId: number; personId: string },
): Promise<{ facts: CardFacts; choices: RouteChoice[]; wishes: Wish[] } | Refusal> {
  const facts = await findFacts(deps, wish.mentionId);
  if (!facts) return { refusal: 'gone' };
  const refused = mayDo(await getPerson(deps, wish.personId), 'route', facts.mention);
  if (refused) return refused;
  if (facts.mention.status === 'dismissed') return { refusal: 'route_dismissed' };
  const { departments } = await getTeam(deps.db, deps.teamId);
  const choices = routeChoices(departments, ROUTE_KINDS);
  if (choices.length === 0) return { refusal: 'no_departments' };
  const names = departments.map((department) => department.name);
  return { facts, choices, wishes: await listWishes(deps.db, deps.teamId, names, MAX_WISHES) };
}

/** The route for a form about its next step; refused before anybody types a word that could not be kept. */
export async function prepareStep(
  deps: Deps,
  wish: { routeId: number; personId: string; event: RouteEvent },
): Promise<RouteFacts | Refusal> {
  const known = await findRoute(deps.db, deps.teamId, wish.routeId);
  const facts = known && (await findFacts(deps, known.mentionId));
  const route = facts?.routes.find((one) => one.id === wish.routeId);
  if (!facts || !route) return { refusal: 'gone' };
  const person = await getPerson(deps, wish.personId);
  const refused = mayMoveRoute(person, wish.event, route, facts.mention.claimantId);
  const after = refused ?? applyRouteEvent(route, { event: wish.event, by: person.id, at: route.routedAt });
  return isRefusal(after) ? after : route;
}
