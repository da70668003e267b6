import { moveRoute } from '../../src/flows/move-route.ts';
import { type RouteStep, readRouteStep } from '../../src/views/route-step-modal.ts';
import type { OnSubmit } from '../submission.ts';

/** A department asks back or is done; those who asked answer. */
export const askBack = step('ask_back');
export const explainRoute = step('explain');
export const finishRoute = step('finish');

function step(event: RouteStep): OnSubmit {
  return (deps, { personId, values, ref }) =>
    moveRoute(deps, { routeId: ref.routeId ?? 0, personId, event, words: readRouteStep(values, event) });
}
