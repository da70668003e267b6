import { listCorrections } from '../db/judgements.ts';
import { findPosting, insertPosting } from '../db/postings.ts';
import type { Deps } from '../deps.ts';
import type { Refusal } from '../domain/refusal.ts';
import { mayDo } from '../domain/rights.ts';
import { SlackTrouble } from '../slack/port.ts';
import { correctionsNotice } from '../views/copy.ts';
import { kindsFile, tonesFile } from '../views/corrections-file.ts';
import { drawOne } from './draw-posting.ts';
import { getPerson } from './person.ts';

/**
 * What people corrected, as labelled texts to train and measure with: sent to a manager as files under a direct message,
 * of the mentions that they may see. Returns how many there were.
 */
export async function exportCorrections(deps: Deps, personId: string): Promise<number | Refusal> {
  const refused = mayDo(await getPerson(deps, personId), 'export_corrections');
  if (refused) return refused;
  const channels = await deps.slack.channelsOf(personId);
  const corrections = await listCorrections(deps.db, deps.teamId, channels);
  if (corrections.length === 0) return 0;
  const place = { team_id: deps.teamId, kind: 'notice' as const, channel_id: personId };
  const notice = correctionsNotice(corrections.length);
  const id = await deps.db.transaction().execute((trx) => insertPosting(trx, { ...place, notice }, deps.clock()));
  await drawOne(deps, id);
  const posted = await findPosting(deps.db, deps.teamId, id);
  if (!posted?.message_ts) return { refusal: 'files_not_taken', isForbidden: false };
  const files = [
    { name: 'porchlight-tones.tsv', title: 'Tones', bytes: Buffer.from(tonesFile(corrections)) },
    { name: 'porchlight-kinds.tsv', title: 'Kinds', bytes: Buffer.from(kindsFile(corrections)) },
  ].filter(({ bytes }) => bytes.length > 0);
  try {
    await deps.slack.upload(files, { channel: posted.channel_id, ts: posted.message_ts });
  } catch (error) {
    if (!(error instanceof SlackTrouble)) throw error;
    deps.log.warn({ trouble: error.message }, 'Slack did not take the corrections');
    return { refusal: 'files_not_taken', isForbidden: error.code === 'missing_scope' };
  }
  return corrections.length;
}
