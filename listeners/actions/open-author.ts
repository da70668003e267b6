import { isRefusal } from '../../src/domain/refusal.ts';
import { readAuthor } from '../../src/flows/about-author.ts';
import { authorModal } from '../../src/views/author-modal.ts';
import type { OnPress, Press } from '../press.ts';

/** "About the author…", of a mention. */
export const openAuthorOf: OnPress = (deps, press) => open(deps, press, { mentionId: press.id });

/** "About…", in a list of authors. */
export const openAuthor: OnPress = (deps, press) => open(deps, press, { authorId: press.id });

type Which = { mentionId: number } | { authorId: number };

function open(deps: Parameters<OnPress>[0], press: Press, which: Which): Promise<void> {
  return press.show('About the author', async () => {
    const facts = await readAuthor(deps, { personId: press.personId, ...which });
    return isRefusal(facts) ? facts : authorModal(facts, 'mentionId' in which ? which.mentionId : 0, deps.clock());
  });
}
