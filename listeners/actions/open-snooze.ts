import { isRefusal } from '../../src/domain/refusal.ts';
import { prepareSnooze } from '../../src/flows/snooze-mention.ts';
import { snoozeModal } from '../../src/views/snooze-modal.ts';
import type { OnPress } from '../press.ts';

/** "Snooze…": asks until when. */
export const openSnooze: OnPress = (deps, press) =>
  press.show('Snooze', async () => {
    const form = await prepareSnooze(deps, { mentionId: press.id, personId: press.personId });
    return isRefusal(form) ? form : snoozeModal(form.facts, form.times, deps.clock());
  });
