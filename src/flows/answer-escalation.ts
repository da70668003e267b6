import { recordActivity } from '../db/activity.ts';
import { acknowledge, closeEscalation, type EscalationRow, findEscalation, lockEscalation } from '../db/escalations.ts';
import { raisePostings } from '../db/postings.ts';
import type { Trx } from '../db/schema.ts';
import type { Deps } from '../deps.ts';
import type { CardFacts, EscalationFacts } from '../domain/card.ts';
import type { Mention } from '../domain/mention.ts';
import type { Refusal } from '../domain/refusal.ts';
import { mayDo, type Person } from '../domain/rights.ts';
import { cleanText } from '../domain/text.ts';
import { callAnsweredNotice, callClosedNotice } from '../views/copy.ts';
import { onMention } from './on-mention.ts';
import { getPerson } from './person.ts';
import { findFacts } from './picture.ts';
import { tellThread } from './tell-thread.ts';

/** Somebody is on it: it climbs no further, and who called is told. The first to press is named. */
export async function acknowledgeEscalation(
  deps: Deps,
  wish: { escalationId: number; personId: string },
): Promise<{ mentionId: number } | Refusal> {
  const person = await getPerson(deps, wish.personId);
  const refused = mayDo(person, 'acknowledge');
  if (refused) return refused;
  return onEscalation(deps, wish.escalationId, async (trx, mention, call) => {
    const at = deps.clock();
    if (call.closed_at) return { refusal: 'call_closed' };
    if (call.acknowledged_by) return { refusal: 'already_acknowledged', by: call.acknowledged_by };
    await acknowledge(trx, call.id, person.id, at);
    await recordActivity(trx, line(mention, person, 'acknowledge', at));
    await raisePostings(trx, { mentionId: mention.id }, at);
    await tellThread(trx, mention, callAnsweredNotice(person.id, call.escalated_by), at);
    return { mentionId: mention.id };
  });
}

/** The facts for the form that asks for the outcome; refused before anybody types a word that could not be kept. */
export async function prepareClosing(
  deps: Deps,
  wish: { escalationId: number; personId: string },
): Promise<{ facts: CardFacts; escalation: EscalationFacts } | Refusal> {
  const row = await findEscalation(deps.db, deps.teamId, wish.escalationId);
  const facts = row && (await findFacts(deps, row.mention_id));
  const escalation = facts?.escalations.find(({ id }) => id === row?.id);
  if (!row || !facts || !escalation) return { refusal: 'gone' };
  const refused = mayClose(await getPerson(deps, wish.personId), facts.mention, row);
  return refused ?? { facts, escalation };
}

/** How it ended: said on every posting, on the card and in its thread. */
export async function closeCall(
  deps: Deps,
  wish: { escalationId: number; personId: string; outcome: string },
): Promise<{ mentionId: number } | Refusal> {
  const person = await getPerson(deps, wish.personId);
  const outcome = cleanText(wish.outcome);
  return onEscalation(deps, wish.escalationId, async (trx, mention, call) => {
    const at = deps.clock();
    const refused = mayClose(person, mention, call);
    if (refused) return refused;
    if (outcome === '') return { refusal: 'empty_text' };
    await closeEscalation(trx, call.id, { by: person.id, at, outcome });
    await recordActivity(trx, { ...line(mention, person, 'close_call', at), detail: { reason: outcome } });
    await raisePostings(trx, { mentionId: mention.id }, at);
    await tellThread(trx, mention, callClosedNotice(person.id, call.escalated_by, outcome), at);
    return { mentionId: mention.id };
  });
}

function mayClose(person: Person, mention: Mention, call: EscalationRow): Refusal | undefined {
  const standing = {
    claimantId: mention.claimantId,
    callerId: call.escalated_by,
    helperId: call.acknowledged_by,
  };
  const refused = mayDo(person, 'close_call', standing);
  if (refused) return refused;
  if (call.closed_at) return { refusal: 'call_closed' };
  return call.acknowledged_by ? undefined : { refusal: 'not_acknowledged' };
}

function line({ teamId, id: mentionId }: Mention, { id: personId }: Person, act: string, at: Date) {
  return { teamId, mentionId, personId, act, at };
}

/** Locks the mention, then its call for help: one order for everybody. */
async function onEscalation<T>(
  deps: Deps,
  escalationId: number,
  decide: (trx: Trx, mention: Mention, call: EscalationRow) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  const found = await findEscalation(deps.db, deps.teamId, escalationId);
  if (!found) return { refusal: 'gone' };
  return onMention<T>(deps, found.mention_id, async (trx, mention) => {
    const call = await lockEscalation(trx, deps.teamId, escalationId);
    return call ? decide(trx, mention, call) : { refusal: 'gone' };
  });
}
