import { isRefusal } from '../../src/domain/refusal.ts';
import { prepareRoute } from '../../src/flows/prepare-route.ts';
import { routeModal } from '../../src/views/route-modal.ts';
import type { OnPress } from '../press.ts';

/** "Route…": asks what it is, what is wished for, and who should take care of it. */
export const openRoute: OnPress = (deps, press) =>
  press.show('Route', async () => {
    const form = await prepareRoute(deps, { mentionId: press.id, personId: press.personId });
    return isRefusal(form) ? form : routeModal(form.facts, form.choices, form.wishes);
  });
