import { recordActivity } from '../db/activity.ts';
import { beginCrisis, endCrisis as end, findCrisis, raiseCardsOfWatch } from '../db/crises.ts';
import { lockMention } from '../db/mentions.ts';
import { insertPosting, raisePostings } from '../db/postings.ts';
import type { Trx, WatchRow } from '../db/schema.ts';
import type { Deps } from '../deps.ts';
import type { CrisisFacts } from '../domain/card.ts';
import type { Mention } from '../domain/mention.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { mayDo } from '../domain/rights.ts';
import { cleanText } from '../domain/text.ts';
import { crisisEndedNotice } from '../views/copy.ts';
import { drawMention } from './draw-posting.ts';
import { getPerson } from './person.ts';
import { inTransaction } from './submission.ts';
import { tellThread } from './tell-thread.ts';

/** Begins a crisis of the watch, with a notice in its channel; while one runs already, it goes on as it is. */
export async function declareCrisis(
  trx: Trx,
  mention: Mention,
  watch: WatchRow,
  call: { escalationId: number; reason: string; by: string; at: Date },
): Promise<void> {
  const { teamId, id: mentionId } = mention;
  const crisisId = await beginCrisis(trx, { teamId, watchId: watch.id, ...call });
  if (crisisId === undefined) return;
  const place = { team_id: teamId, kind: 'crisis' as const, channel_id: watch.channel_id };
  await insertPosting(trx, { ...place, mention_id: mentionId, crisis_id: crisisId }, call.at);
  await recordActivity(trx, { teamId, mentionId, personId: call.by, act: 'begin_crisis', at: call.at });
  await raiseCardsOfWatch(trx, watch.id, call.at);
}

/** What the form says that ends a crisis; only managers get to see it. */
export async function prepareCrisisEnd(
  deps: Deps,
  wish: { crisisId: number; personId: string },
): Promise<{ crisis: CrisisFacts; watch: string; mentionId: number | null } | Refusal> {
  const refused = mayDo(await getPerson(deps, wish.personId), 'end_crisis');
  if (refused) return refused;
  const found = await findCrisis(deps.db, deps.teamId, wish.crisisId);
  if (!found) return { refusal: 'gone' };
  const { facts: crisis, watch, mentionId } = found;
  return crisis.endedAt ? { refusal: 'crisis_over' } : { crisis, watch, mentionId };
}

/** A manager says that it is over, and why: the notice says so and loses its pin, votes are as strict as before. */
export async function endCrisis(
  deps: Deps,
  wish: { crisisId: number; personId: string; closing: string },
): Promise<{ crisisId: number } | Refusal> {
  const person = await getPerson(deps, wish.personId);
  const refused = mayDo(person, 'end_crisis');
  if (refused) return refused;
  const closing = cleanText(wish.closing);
  if (closing === '') return { refusal: 'empty_text' };
  const crisis = await findCrisis(deps.db, deps.teamId, wish.crisisId);
  if (!crisis) return { refusal: 'gone' };
  const { mentionId, watchId } = crisis;
  const at = deps.clock();
  const ended = await inTransaction<{ crisisId: number }>(deps, async (trx) => {
    const mention = mentionId === null ? undefined : await lockMention(trx, deps.teamId, mentionId);
    if (!(await end(trx, wish.crisisId, { by: person.id, at, closing }))) return { refusal: 'crisis_over' };
    const line = { teamId: deps.teamId, mentionId: mention?.id ?? null, personId: person.id, at };
    await recordActivity(trx, { ...line, act: 'end_crisis', detail: { reason: closing } });
    await raiseCardsOfWatch(trx, watchId, at);
    await raisePostings(trx, { crisisId: wish.crisisId }, at);
    if (mention) await raisePostings(trx, { mentionId: mention.id }, at);
    if (mention) await tellThread(trx, mention, crisisEndedNotice(person.id, closing), at);
    return { crisisId: wish.crisisId };
  });
  if (!isRefusal(ended) && mentionId !== null) deps.afterwards(() => drawMention(deps, mentionId));
  return ended;
}
