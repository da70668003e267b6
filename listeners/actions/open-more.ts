import type { Deps } from '../../src/deps.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { readMore } from '../../src/flows/prepare-forms.ts';
import { moreModal } from '../../src/views/more-modal.ts';
import { answer, type OnPress, type Press } from '../press.ts';

/** "More…": everything else that state and rights allow, and the history. */
export const openMore: OnPress = (deps, press) =>
  press.show('More', async () => {
    const more = await readMore(deps, { mentionId: press.id, personId: press.personId });
    return isRefusal(more) ? more : moreModal(more.facts, more.offered, more.history, deps.clock());
  });

/** Tells why not, if the flow refused; after a press in "More…", shows there what can be done now. */
export async function answerAndShowMore(deps: Deps, press: Press, outcome: unknown): Promise<void> {
  await answer(press, outcome);
  if (press.isInModal && !isRefusal(outcome)) await openMore(deps, press);
}
