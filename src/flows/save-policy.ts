import type { Trx, WatchRow } from '../db/schema.ts';
import { saveApproval, saveLadder } from '../db/watch-settings.ts';
import { findWatch } from '../db/watches.ts';
import type { Deps } from '../deps.ts';
import { type PolicyForm, type RungForm, readLadderForm, readPolicyForm } from '../domain/policy-form.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { FieldProblem } from '../domain/setting-form.ts';
import { stampOf } from '../domain/stamp.ts';
import { changeSettings, channelProblems, peopleProblems, refusedSettings, unfit } from './change-settings.ts';

type Wish<Form> = { personId: string; watchId: number; seen: string; form: Form };

/** The rule of a watch's votes, as a manager set it in Slack; what the form cannot say of it stays. */
export async function savePolicy(deps: Deps, wish: Wish<PolicyForm>): Promise<'saved' | Refusal> {
  const refused = await refusedSettings(deps, wish.personId);
  if (refused) return refused;
  const known = await findWatch(deps.db, deps.teamId, wish.watchId);
  const policy = readPolicyForm(wish.form, known?.approval.extra);
  if (isRefusal(policy)) return policy;
  const problems = unfit(await peopleProblems(deps, 'people', wish.form.everyone ? [] : wish.form.people, []));
  if (problems) return problems;
  return onWatch(
    deps,
    wish,
    'policy_change',
    (watch) => watch.approval,
    async (trx, watch) => {
      await saveApproval(trx, watch.id, policy);
    },
  );
}

/** Whom a watch's calls for help reach, as a manager set it in Slack. */
export async function saveEscalation(deps: Deps, wish: Wish<RungForm[]>): Promise<'saved' | Refusal> {
  const refused = await refusedSettings(deps, wish.personId);
  if (refused) return refused;
  const steps = readLadderForm(wish.form);
  if (isRefusal(steps)) return steps;
  const problems = unfit(await rungProblems(deps, wish.form));
  if (problems) return problems;
  return onWatch(
    deps,
    wish,
    'ladder_change',
    (watch) => watch.escalation,
    (trx, watch) => saveLadder(trx, watch.id, steps),
  );
}

async function rungProblems(deps: Deps, rungs: RungForm[]): Promise<FieldProblem[]> {
  const found = rungs.map(async ({ channel, person }, n) => [
    ...(await channelProblems(deps, `rung${n + 1}`, channel, null)),
    ...(await peopleProblems(deps, `rung${n + 1}`, person === null ? [] : [person], [])),
  ]);
  return (await Promise.all(found)).flat();
}

function onWatch(
  deps: Deps,
  wish: { personId: string; watchId: number; seen: string },
  act: string,
  seen: (watch: WatchRow) => unknown,
  save: (trx: Trx, watch: WatchRow) => Promise<void>,
): Promise<'saved' | Refusal> {
  return changeSettings(deps, wish.personId, { act, detail: { watch: wish.watchId } }, async (trx, team) => {
    const watch = await findWatch(trx, team.id, wish.watchId);
    if (!watch) return { refusal: 'gone' };
    if (watch.from_file) return { refusal: 'file_managed' };
    if (stampOf(seen(watch)) !== wish.seen) return { refusal: 'settings_moved_on' };
    await save(trx, watch);
    return 'saved' as const;
  });
}
