import { recordActivity } from '../db/activity.ts';
import { findJudgement, saveCorrection } from '../db/judgements.ts';
import { raisePostings } from '../db/postings.ts';
import type { Deps } from '../deps.ts';
import type { Kind, Tone } from '../domain/judgement.ts';
import type { Mention } from '../domain/mention.ts';
import type { Refusal } from '../domain/refusal.ts';
import { mayDo } from '../domain/rights.ts';
import { onMention } from './on-mention.ts';
import { getPerson } from './person.ts';

/** A person knows better how a mention sounds or what it is: their word counts from now on. The same word again changes nothing. */
export async function correctMention(
  deps: Deps,
  wish: { mentionId: number; personId: string; tone?: Tone; kind?: Kind },
): Promise<Mention | Refusal> {
  const person = await getPerson(deps, wish.personId);
  return onMention(deps, wish.mentionId, async (trx, mention) => {
    const refused = mayDo(person, 'correct', mention);
    if (refused) return refused;
    const was = await findJudgement(trx, mention.id);
    const tone = wish.tone === was.tone ? undefined : wish.tone;
    const kind = wish.kind === was.kind ? undefined : wish.kind;
    if (!tone && !kind) return mention;
    const now = deps.clock();
    await saveCorrection(trx, mention.id, { by: person.id, ...(tone && { tone }), ...(kind && { kind }) });
    const detail = { ...(tone && { tone, toneWas: was.tone }), ...(kind && { kind, kindWas: was.kind }) };
    const { teamId, id: mentionId } = mention;
    await recordActivity(trx, { teamId, mentionId, personId: person.id, act: 'correct', detail, at: now });
    await raisePostings(trx, { mentionId }, now);
    return mention;
  });
}
