import { isRefusal } from '../../src/domain/refusal.ts';
import { prepareCrisisEnd } from '../../src/flows/crisis.ts';
import { endCrisisModal } from '../../src/views/end-crisis-modal.ts';
import type { OnPress } from '../press.ts';

/** "End the crisis…" under its notice. */
export const openCrisisEnd: OnPress = (deps, press) =>
  press.show('End the crisis', async () => {
    const asked = await prepareCrisisEnd(deps, { crisisId: press.id, personId: press.personId });
    return isRefusal(asked) ? asked : endCrisisModal(asked);
  });
