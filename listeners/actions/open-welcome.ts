import { isRefusal } from '../../src/domain/refusal.ts';
import { listGroups } from '../../src/flows/read-settings.ts';
import { readFirstSteps } from '../../src/flows/welcome.ts';
import { firstApproversModal, firstChannelModal, firstWatchModal } from '../../src/views/welcome-modals.ts';
import type { OnPress } from '../press.ts';

/** The first of the three first steps: the channel. */
export const openFirstChannel: OnPress = (deps, press) =>
  press.show('1 of 3: the channel', async () => {
    const steps = await readFirstSteps(deps, press.personId);
    return isRefusal(steps) ? steps : firstChannelModal();
  });

/** The second: one address and one phrase. */
export const openFirstWatch: OnPress = (deps, press) =>
  press.show('2 of 3: what is said', async () => {
    const steps = await readFirstSteps(deps, press.personId);
    return isRefusal(steps) ? steps : firstWatchModal();
  });

/** The third: who approves. */
export const openFirstApprovers: OnPress = (deps, press) =>
  press.show('3 of 3: who approves', async () => {
    const steps = await readFirstSteps(deps, press.personId);
    return isRefusal(steps) ? steps : firstApproversModal(steps.channelId, await listGroups(deps));
  });
