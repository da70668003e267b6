import type { Deps } from '../deps.ts';
import type { Mention } from '../domain/mention.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { mayDo } from '../domain/rights.ts';
import { cleanText } from '../domain/text.ts';
import { reopenedNotice } from '../views/copy.ts';
import { applyAct, onMention, voidBallot } from './on-mention.ts';
import { getPerson } from './person.ts';
import { tellThread } from './tell-thread.ts';

/** The moves that need nothing but a press, or a press and a reason; without one nothing is reopened. */
export type Move = 'claim' | 'release' | 'dismiss' | 'reopen';

/** Moves a mention for a person; of two at once, one wins and the other is refused. */
export async function moveMention(
  deps: Deps,
  wish: { mentionId: number; personId: string; move: Move; reason?: string },
): Promise<Mention | Refusal> {
  const person = await getPerson(deps, wish.personId);
  const reason = cleanText(wish.reason ?? '');
  return onMention(deps, wish.mentionId, async (trx, mention) => {
    const now = deps.clock();
    const refused = mayDo(person, wish.move, mention);
    if (refused) return refused;
    if (wish.move === 'reopen' && !reason) return { refusal: 'empty_text' };
    const moved = await applyAct(trx, mention, { event: wish.move, by: person.id, at: now, ...(reason && { reason }) });
    if (isRefusal(moved)) return moved;
    await voidBallot(trx, mention, wish.move, person.id, now);
    if (wish.move === 'reopen') await tellThread(trx, mention, reopenedNotice(person.id, reason), now);
    return moved;
  });
}
