import { setReminder } from '../db/reminders.ts';
import type { Trx } from '../db/schema.ts';
import { getTeam, officeTeam } from '../db/teams.ts';
import type { Deps } from '../deps.ts';
import type { CardFacts } from '../domain/card.ts';
import type { Mention } from '../domain/mention.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { mayDo } from '../domain/rights.ts';
import { type SnoozeTimes, type SnoozeWish, snoozeTimes, snoozeUntil } from '../domain/snooze.ts';
import { awakeNotice, type WakeCause } from '../views/copy.ts';
import { applyAct, onMention } from './on-mention.ts';
import { getPerson } from './person.ts';
import { findFacts } from './picture.ts';
import { prepareForm } from './prepare-forms.ts';
import { tellThread } from './tell-thread.ts';

/** The facts for the form that asks until when, with the usual times as they are now. */
export async function prepareSnooze(
  deps: Deps,
  wish: { mentionId: number; personId: string },
): Promise<{ facts: CardFacts; times: SnoozeTimes } | Refusal> {
  const facts = await prepareForm(deps, wish, 'snooze');
  if (isRefusal(facts)) return facts;
  return { facts, times: snoozeTimes(deps.clock(), officeTeam(await getTeam(deps.db, deps.teamId))) };
}

/** Lets a mention rest until a time, or until its author is heard again. */
export async function snoozeMention(
  deps: Deps,
  wish: { mentionId: number; personId: string } & SnoozeWish,
): Promise<Mention | Refusal> {
  const person = await getPerson(deps, wish.personId);
  const team = officeTeam(await getTeam(deps.db, deps.teamId));
  const facts = await findFacts(deps, wish.mentionId);
  if (!facts) return { refusal: 'gone' };
  const hasAuthor = Boolean(facts.author.handle ?? facts.author.name);
  return onMention(deps, wish.mentionId, async (trx, mention) => {
    const now = deps.clock();
    const refused = mayDo(person, 'snooze', mention);
    if (refused) return refused;
    const until = snoozeUntil(wish, now, team);
    if (isRefusal(until)) return until;
    if (until === null && !hasAuthor) return { refusal: 'no_author' };
    const act = { event: 'snooze', by: person.id, at: now, until } as const;
    const snoozed = await applyAct(trx, mention, act, { until: until?.toISOString() ?? null });
    if (!isRefusal(snoozed)) await setReminder(trx, mention, 'wake', until);
    return snoozed;
  });
}

/** "Wake up": somebody ends the rest before its time. */
export async function wakeMention(
  deps: Deps,
  wish: { mentionId: number; personId: string },
): Promise<Mention | Refusal> {
  const person = await getPerson(deps, wish.personId);
  return onMention(deps, wish.mentionId, async (trx, mention) => {
    const refused = mayDo(person, 'wake', mention);
    return refused ?? wake(trx, mention, { why: 'person', by: person.id }, deps.clock());
  });
}

/** Ends the rest of a locked mention, and says so to whoever put it to rest and whoever has it. */
export async function wake(trx: Trx, mention: Mention, cause: WakeCause, now: Date): Promise<Mention | Refusal> {
  const by = cause.why === 'person' ? cause.by : null;
  const awake = await applyAct(trx, mention, { event: 'wake', by, at: now }, by ? {} : { why: cause.why });
  const concerned = [mention.snoozedBy, mention.claimantId].filter((id) => id !== null && id !== by);
  const people = [...new Set(concerned)].filter((id) => id !== null);
  if (!isRefusal(awake) && people.length > 0) await tellThread(trx, mention, awakeNotice(people, cause), now);
  return awake;
}
