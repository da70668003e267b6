import { listRoutes } from '../db/routes.ts';
import type { Trx } from '../db/schema.ts';
import type { Deps } from '../deps.ts';
import type { Mention } from '../domain/mention.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { Person } from '../domain/rights.ts';
import { mayTell, untoldOutcomes } from '../domain/route-offers.ts';
import { outcomeReason } from '../views/copy.ts';
import { applyAct, onMention } from './on-mention.ts';
import { getPerson } from './person.ts';
import { findFacts } from './picture.ts';
import { prepareDraft } from './prepare-forms.ts';

/**
 * Lets a person write the author what became of the wish: an answered mention is reopened and claimed by them, one that
 * nobody has is claimed, and the reply then takes its way as ever. Gives the draft's form.
 */
export async function tellAuthor(
  deps: Deps,
  wish: { mentionId: number; personId: string },
): Promise<Awaited<ReturnType<typeof prepareDraft>>> {
  const person = await getPerson(deps, wish.personId);
  const facts = await findFacts(deps, wish.mentionId);
  const refused = facts ? mayTell(facts, person) : ({ refusal: 'gone' } as const);
  if (refused) return refused;
  const taken = await onMention(deps, wish.mentionId, (trx, mention) => take(trx, mention, person, deps.clock()));
  return isRefusal(taken) ? taken : prepareDraft(deps, wish);
}

/** Everything is asked again of the locked rows: two may have pressed at once. */
async function take(trx: Trx, mention: Mention, person: Person, at: Date): Promise<Mention | Refusal> {
  const routes = await listRoutes(trx, mention.id, () => '');
  const refused = mayTell({ mention, routes }, person);
  if (refused || mention.status === 'claimed') return refused ?? mention;
  if (mention.status === 'new') return applyAct(trx, mention, { event: 'claim', by: person.id, at });
  const reason = outcomeReason(untoldOutcomes({ routes }).map((route) => route.wish));
  const act = { event: 'reopen', by: person.id, at, reason } as const;
  const open = await applyAct(trx, mention, act);
  return isRefusal(open) ? open : applyAct(trx, open, { event: 'claim', by: person.id, at });
}
