import { insertPosting } from '../db/postings.ts';
import type { Trx } from '../db/schema.ts';

/** Says something to one person alone, in a direct message of Porchlight's. */
export async function tellPerson(
  trx: Trx,
  to: { teamId: string; personId: string },
  notice: string,
  now: Date,
): Promise<void> {
  await insertPosting(trx, { team_id: to.teamId, kind: 'notice', channel_id: to.personId, notice }, now);
}
