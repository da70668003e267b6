import { moveRoute } from '../../src/flows/move-route.ts';
import { answer, type OnPress } from '../press.ts';

/** "Accept" under what a department was asked. */
export const acceptRoute: OnPress = async (deps, press) => {
  await answer(press, await moveRoute(deps, { routeId: press.id, personId: press.personId, event: 'accept' }));
};
