import { insertReport } from '../db/kept-reports.ts';
import { listWatches } from '../db/watches.ts';
import type { Deps } from '../deps.ts';
import { keepReport } from '../domain/kept-report.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { AskedReport } from '../domain/report-asked.ts';
import { notOneOfUs } from '../domain/rights.ts';
import { drawOne } from './draw-posting.ts';
import { getPerson } from './person.ts';
import { readReportOf } from './read-report.ts';
import { inTransaction } from './submission.ts';

/** A report that somebody wants to show others: what was asked, as it stood then, and where. */
export type ShareWish = { personId: string; channelId: string; asked: AskedReport; at: Date };

/** Why this person can share no report anywhere. */
export async function refusedShare(deps: Deps, personId: string): Promise<Refusal | undefined> {
  return notOneOfUs(await getPerson(deps, personId));
}

/** Posts a report for everybody in a channel. It counts only the watches of that channel: those its members may read. */
export async function shareReport(deps: Deps, wish: ShareWish): Promise<'shared' | Refusal> {
  const { personId, channelId, asked, at } = wish;
  const refused = (await refusedShare(deps, personId)) ?? (await refusedPlace(deps, wish));
  if (refused) return refused;
  const facts = await readReportOf(deps, [channelId], asked, at);
  if (isRefusal(facts)) return facts.refusal === 'unknown_watch' ? { refusal: 'no_watch_here', channelId } : facts;
  const kept = keepReport(facts, { by: personId, sentFor: null, audience: 'channel' });
  const ids = await inTransaction(deps, (trx) =>
    insertReport(trx, { teamId: deps.teamId, channelId, kept }, deps.clock()),
  );
  if (isRefusal(ids)) return ids;
  deps.afterwards(() => drawOne(deps, ids.postingId));
  return 'shared';
}

async function refusedPlace(deps: Deps, { personId, channelId }: ShareWish): Promise<Refusal | undefined> {
  const watches = await listWatches(deps.db, deps.teamId);
  if (!watches.some((watch) => watch.channel_id === channelId)) return { refusal: 'no_watch_here', channelId };
  return (await deps.slack.channelsOf(personId)).includes(channelId) ? undefined : { refusal: 'not_in_channel' };
}
