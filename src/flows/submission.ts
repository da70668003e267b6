import type { Trx } from '../db/schema.ts';
import { claimSubmission, forgetSubmissions, isSubmitted, releaseSubmission } from '../db/submissions.ts';
import type { Deps } from '../deps.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';

/** Nobody presses "Save" twice with more than a week between. */
const REMEMBERED_FOR_MS = 7 * 24 * 60 * 60_000;

/**
 * Lock, decide, save: runs `work` in one transaction. What a submitted form does is done once: delivered again, by
 * whatever replica and after whatever restart, it is refused. A `work` that refuses must not have written anything yet.
 */
export function inTransaction<T>(deps: Deps, work: (trx: Trx) => Promise<T | Refusal>): Promise<T | Refusal> {
  const { submission: form } = deps;
  if (form === undefined) return deps.db.transaction().execute(work);
  const key = { teamId: deps.teamId, form };
  return deps.db.transaction().execute(async (trx) => {
    if (!(await claimSubmission(trx, key, deps.clock()))) return { refusal: 'stored_already' };
    const outcome = await work(trx);
    if (isRefusal(outcome)) await releaseSubmission(trx, key);
    return outcome;
  });
}

/** Whether this form was stored, now or by an earlier delivery. */
export function wasStored({ db, teamId }: Deps, form: string): Promise<boolean> {
  return isSubmitted(db, { teamId, form });
}

/** Forgets the submissions that nobody will send again. */
export async function forgetOldSubmissions({ db, teamId, clock }: Deps): Promise<void> {
  await forgetSubmissions(db, teamId, new Date(+clock() - REMEMBERED_FOR_MS));
}
