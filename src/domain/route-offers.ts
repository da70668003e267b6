import type { CardFacts } from './card.ts';
import type { Refusal } from './refusal.ts';
import { type Act, mayDo, type Person } from './rights.ts';
import { mayMoveRoute } from './route.ts';

type Routed = Pick<CardFacts, 'mention' | 'routes'>;

/** What a person may do about the routes of a mention, apart from the posting in the department's channel. Pure. */
export function offeredRouteActs(facts: Routed, person: Person): Act[] {
  const { mention, routes } = facts;
  const asking = routes.findLast((route) => route.state === 'asked_back');
  const offered: Record<'route' | 'explain_route' | 'tell_author', boolean> = {
    route: mention.status !== 'dismissed' && !mayDo(person, 'route', mention),
    explain_route: asking !== undefined && !mayMoveRoute(person, 'explain', asking, mention.claimantId),
    tell_author: !mayTell(facts, person),
  };
  return (Object.keys(offered) as (keyof typeof offered)[]).filter((act) => offered[act]);
}

/**
 * Undefined when the person may now write the author what became of a wish; else why not. What nobody works on any more
 * or yet becomes theirs, what somebody works on is theirs to write. Pure.
 */
export function mayTell({ mention, routes }: Routed, person: Person): Refusal | undefined {
  const untold = untoldOutcomes({ routes });
  const routerId = untold.some((route) => route.routedBy === person.id) ? person.id : null;
  const refused = mayDo(person, 'tell_author', { claimantId: mention.claimantId, routerId });
  if (refused) return refused;
  if (untold.length === 0) return { refusal: 'no_outcome' };
  const { status } = mention;
  if (status === 'claimed') return mayDo(person, 'save_draft', mention);
  return status === 'answered' || status === 'new' ? undefined : { refusal: 'wrong_status', event: 'reopen', status };
}

/** The routes whose outcome the author has not been told. */
export function untoldOutcomes({ routes }: Pick<CardFacts, 'routes'>): CardFacts['routes'] {
  return routes.filter((route) => route.state === 'done' && !route.toldAt);
}
