import { listMiscounted, retally } from '../db/tallies.ts';
import { firstMentionAt, listFound, listUncounted, lockMentions, repairDay } from '../db/tally-check.ts';
import { getTeam } from '../db/teams.ts';
import type { Deps } from '../deps.ts';
import { type Day, dayOf, endOfDay, startOfDay } from '../domain/day.ts';
import { daysToCheck } from '../domain/tally-days.ts';
import type { Range } from '../domain/time.ts';

/** How many mentions are looked at in one statement, and counted in one transaction. */
const BATCH = 250;
/** How many mentions that nobody counted yet are counted in one run. */
const MAX_UNCOUNTED = 10_000;
/** No two zones are further apart. */
const ZONES_APART_MS = 26 * 60 * 60_000;

/**
 * Proves that the tallies are what a plain count of the mentions comes to, for today, yesterday and one day of the past in
 * turn, and repairs what is not. Zone, office hours and holidays are those of now: when they change, the past follows
 * within days. Mentions from before there were tallies are counted first. Returns how many days were wrong.
 */
export async function checkTallies(deps: Deps): Promise<number> {
  const { db, teamId, log } = deps;
  const added = await recount(deps, await listUncounted(db, teamId, MAX_UNCOUNTED));
  if (added > 0) log.info({ mentions: added }, 'older mentions were counted');
  const first = await firstMentionAt(db, teamId);
  if (!first) return 0;
  const { timezone } = await getTeam(db, teamId);
  const now = deps.clock();
  let wrong = 0;
  for (const day of daysToCheck(dayOf(first, timezone), dayOf(now, timezone), now))
    if (await checkDay(deps, day, timezone)) wrong += 1;
  return wrong;
}

/** Whether something had to be repaired. */
async function checkDay(deps: Deps, day: Day, zone: string): Promise<boolean> {
  const from = startOfDay(day, zone);
  const to = endOfDay(day, zone);
  if (!from || !to) return false;
  const mentions = await recountFound(deps, { from, to });
  const near = { from: new Date(+from - ZONES_APART_MS), to: new Date(+to + ZONES_APART_MS) };
  const counts = await deps.db.transaction().execute((trx) => repairDay(trx, deps.teamId, day, near));
  if (mentions === 0 && counts.length === 0) return false;
  const examples = counts.slice(0, 5).map(({ measure, count }) => `${measure} ${count}`);
  deps.log.warn({ day, mentions, counts: counts.length, examples }, 'the tallies of a day were repaired');
  return true;
}

/** What these mentions count as becomes what they are; returns how many were wrong. */
async function recountFound(deps: Deps, range: Range): Promise<number> {
  const { db, teamId } = deps;
  let wrong = 0;
  for (let after = 0; ; ) {
    const ids = await listFound(db, teamId, range, { after, limit: BATCH });
    wrong += await recount(deps, await listMiscounted(db, teamId, ids));
    const last = ids.at(-1);
    if (last === undefined || ids.length < BATCH) return wrong;
    after = last;
  }
}

async function recount({ db, teamId }: Deps, ids: number[]): Promise<number> {
  let changed = 0;
  for (let n = 0; n < ids.length; n += BATCH) {
    const batch = ids.slice(n, n + BATCH);
    changed += await db.transaction().execute(async (trx) => {
      await lockMentions(trx, teamId, batch);
      return retally(trx, teamId, batch);
    });
  }
  return changed;
}
