import { recordActivity } from '../db/activity.ts';
import type { TeamRow, Trx } from '../db/schema.ts';
import { lockTeam } from '../db/team-settings.ts';
import { raiseWelcome } from '../db/welcome.ts';
import type { Deps } from '../deps.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { mayDo, notOneOfUs } from '../domain/rights.ts';
import type { FieldProblem } from '../domain/setting-form.ts';
import { learnPrivacy } from './channel-privacy.ts';
import { drawWelcome } from './draw-welcome.ts';
import { getPerson } from './person.ts';
import { inTransaction } from './submission.ts';

/** Undefined when this person may change settings; else why not. */
export async function refusedSettings(deps: Deps, personId: string): Promise<Refusal | undefined> {
  return mayDo(await getPerson(deps, personId), 'change_settings');
}

/** What happened to which setting, for the record. */
export type SettingsAct = { act: string; detail?: Record<string, unknown> };

/** What a change gives when everything is as it was wanted already: nothing happened, and nothing is recorded. */
export type Unchanged = 'unchanged';

/**
 * Lock, decide, save for settings: runs `change` on the locked team for a manager, in one transaction, and keeps a line
 * in the record. A `change` that refuses must not have written anything yet.
 */
export async function changeSettings<T>(
  deps: Deps,
  personId: string,
  done: SettingsAct,
  change: (trx: Trx, team: TeamRow, now: Date) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  const refused = await refusedSettings(deps, personId);
  if (refused) return refused;
  const now = deps.clock();
  const outcome = await inTransaction<T>(deps, async (trx) => {
    const outcome = await change(trx, await lockTeam(trx, deps.teamId), now);
    if (isRefusal(outcome) || outcome === 'unchanged') return outcome;
    await recordActivity(trx, { teamId: deps.teamId, mentionId: null, personId, ...done, at: now });
    await raiseWelcome(trx, deps.teamId, now);
    return outcome;
  });
  if (!isRefusal(outcome)) deps.afterwards(() => drawWelcome(deps));
  return outcome;
}

/** Why these people cannot be named in the field `at`: only employees act. Those who are named already stay. */
export async function peopleProblems(deps: Deps, at: string, ids: string[], known: string[]): Promise<FieldProblem[]> {
  const people = await Promise.all(ids.filter((id) => !known.includes(id)).map((id) => getPerson(deps, id)));
  const strangers = people.filter((person) => notOneOfUs(person)).map(({ name }) => name);
  if (strangers.length === 0) return [];
  const problem = `Only employees of this workspace can be named here, not ${strangers.join(', ').slice(0, 100)}.`;
  return [{ at, problem }];
}

/** Why the channel of the field `at` cannot be used: a private one needs an invitation. */
export async function channelProblems(
  deps: Deps,
  at: string,
  channelId: string | null | undefined,
  known: string | null,
): Promise<FieldProblem[]> {
  if (!channelId || channelId === known) return [];
  if (await deps.slack.join(channelId)) {
    await learnPrivacy(deps, channelId);
    return [];
  }
  const problem = 'Porchlight is not in this channel. Invite it there with /invite @Porchlight, then save again.';
  return [{ at, problem }];
}

/** The refusal that these problems make, if there are any. */
export function unfit(problems: FieldProblem[]): Refusal | undefined {
  return problems.length > 0 ? { refusal: 'unfit_settings', problems } : undefined;
}
