import { findCardLink } from '../db/cards.ts';
import type { Trx } from '../db/schema.ts';
import { findWatch } from '../db/watches.ts';
import type { Deps } from '../deps.ts';
import type { Mention } from '../domain/mention.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { mayDo, notOneOfUs } from '../domain/rights.ts';
import { cleanText } from '../domain/text.ts';
import { handedOverNotice, handedToYouNotice, takenBackNotice } from '../views/copy.ts';
import { applyAct, onMention, voidBallot } from './on-mention.ts';
import { getPerson } from './person.ts';
import { tellPerson } from './tell-person.ts';
import { tellThread } from './tell-thread.ts';

/** Another employee has the mention from now on, and is told. An open vote ends; an approval stays. */
export async function handOver(
  deps: Deps,
  wish: { mentionId: number; personId: string; to: string | undefined; note: string },
): Promise<Mention | Refusal> {
  const person = await getPerson(deps, wish.personId);
  const owner = wish.to ? await getPerson(deps, wish.to) : undefined;
  const note = cleanText(wish.note);
  return onMention(deps, wish.mentionId, async (trx, mention) => {
    const now = deps.clock();
    const refused = mayDo(person, 'hand_over', mention);
    if (refused) return refused;
    if (!owner || notOneOfUs(owner)) return { refusal: 'cannot_have_it' };
    if (owner.id === mention.claimantId) return { refusal: 'already_theirs' };
    const act = { event: 'hand_over', by: person.id, at: now, to: owner.id, reason: note } as const;
    const handed = await applyAct(trx, mention, act, { to: owner.id });
    if (isRefusal(handed)) return handed;
    if (mention.status === 'voting') await voidBallot(trx, mention, 'hand_over', person.id, now);
    await tellThread(trx, mention, handedOverNotice(person.id, owner.id, note), now);
    if (owner.id === person.id) return handed;
    const notice = handedToYouNotice(person.id, await nameMention(trx, mention), note);
    await tellPerson(trx, { teamId: mention.teamId, personId: owner.id }, notice, now);
    return handed;
  });
}

/** Whoever handed it over, or a manager, has it again; a draft and its approval stay. */
export async function takeBack(deps: Deps, wish: { mentionId: number; personId: string }): Promise<Mention | Refusal> {
  const person = await getPerson(deps, wish.personId);
  return onMention(deps, wish.mentionId, async (trx, mention) => {
    const now = deps.clock();
    const refused = mayDo(person, 'take_back', mention);
    if (refused) return refused;
    const act = { event: 'take_back', by: person.id, at: now } as const;
    const taken = await applyAct(trx, mention, act, { from: mention.claimantId });
    if (!isRefusal(taken)) await tellThread(trx, mention, takenBackNotice(person.id, mention.claimantId), now);
    return taken;
  });
}

/** A mention as a direct message names it: its words stay in its channel. */
export async function nameMention(trx: Trx, mention: Mention): Promise<{ watch: string; cardLink: string | null }> {
  const watch = await findWatch(trx, mention.teamId, mention.watchId);
  return { watch: watch?.name ?? '', cardLink: await findCardLink(trx, mention.teamId, mention.id) };
}
