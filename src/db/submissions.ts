import type { Db, Trx } from './schema.ts';

/** A submitted form of a team: the view and the hash with which Slack delivered it. */
export type SubmissionKey = { teamId: string; form: string };

/** Takes a submission for this transaction: false when it was stored already; waits for whoever stores it now. */
export async function claimSubmission(trx: Trx, { teamId, form }: SubmissionKey, at: Date): Promise<boolean> {
  const claimed = await trx
    .insertInto('submissions')
    .values({ team_id: teamId, form, at })
    .onConflict((taken) => taken.doNothing())
    .executeTakeFirst();
  return claimed.numInsertedOrUpdatedRows === 1n;
}

/** Nothing was stored: the same form may come again. */
export async function releaseSubmission(trx: Trx, { teamId, form }: SubmissionKey): Promise<void> {
  await trx.deleteFrom('submissions').where('team_id', '=', teamId).where('form', '=', form).execute();
}

/** Whether this submission was stored. */
export async function isSubmitted(db: Db, { teamId, form }: SubmissionKey): Promise<boolean> {
  const found = db.selectFrom('submissions').select('form').where('team_id', '=', teamId).where('form', '=', form);
  return (await found.executeTakeFirst()) !== undefined;
}

/** Forgets what was stored before this instant. Returns how many that were. */
export async function forgetSubmissions(db: Db, teamId: string, before: Date): Promise<number> {
  const done = db.deleteFrom('submissions').where('team_id', '=', teamId).where('at', '<', before);
  return Number((await done.executeTakeFirst()).numDeletedRows);
}
