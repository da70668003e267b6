import { isRefusal } from '../../src/domain/refusal.ts';
import { prepareStep } from '../../src/flows/prepare-route.ts';
import { ROUTE_STEPS, type RouteStep, routeStepModal } from '../../src/views/route-step-modal.ts';
import type { OnPress } from '../press.ts';

/** The buttons of a route that ask for words first. */
export const openAskBack = open('ask_back');
export const openExplain = open('explain');
export const openFinish = open('finish');

function open(event: RouteStep): OnPress {
  return (deps, press) =>
    press.show(ROUTE_STEPS[event].title, async () => {
      const route = await prepareStep(deps, { routeId: press.id, personId: press.personId, event });
      return isRefusal(route) ? route : routeStepModal(route, event);
    });
}
