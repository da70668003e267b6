import { isRefusal } from '../../src/domain/refusal.ts';
import { holdReply } from '../../src/flows/publish-reply.ts';
import { publishModal } from '../../src/views/publish-modal.ts';
import type { OnPress } from '../press.ts';

/** "Publish…": takes the hold and shows the exact text to paste. */
export const publishReply: OnPress = (deps, press) =>
  press.show('Publish by hand', async () => {
    const hold = await holdReply(deps, { mentionId: press.id, personId: press.personId });
    return isRefusal(hold) ? hold : publishModal(hold.facts, hold);
  });
