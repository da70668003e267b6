import { recordActivity } from '../db/activity.ts';
import { fail, type Leased, lease, settle } from '../db/due.ts';
import { insertPosting } from '../db/postings.ts';
import { lockRoute } from '../db/routes.ts';
import type { Deps } from '../deps.ts';
import type { RouteFacts } from '../domain/card.ts';
import { formatDay } from '../domain/day.ts';
import { overdueNotice } from '../views/copy.ts';
import { findFacts } from './picture.ts';

/** Routes whose day has passed and that are not done: the owner is told, or the department where there is none; once. */
export async function remindRoutes(deps: Deps): Promise<number> {
  const now = deps.clock();
  const rows = await lease(deps.db, 'routes', { teamId: deps.teamId, now, limit: 20, leaseMs: 30_000 });
  for (const row of rows) {
    try {
      await remind(deps, row, now);
    } catch (error) {
      deps.log.error({ route: row.id, error: String(error) }, 'nobody could be told of an overdue route');
      await fail(deps.db, 'routes', row, String(error).slice(0, 500), now);
    }
  }
  return rows.length;
}

async function remind(deps: Deps, row: Leased<'routes'>, now: Date): Promise<void> {
  const facts = await findFacts(deps, row.mention_id);
  const route = facts?.routes.find((one) => one.id === row.id);
  await deps.db.transaction().execute(async (trx) => {
    // Settled with what it says, so that nobody is told twice; without the lease somebody else does both.
    const isOurs = await settle(trx, 'routes', row, { due_at: null });
    const current = await lockRoute(trx, row.team_id, row.id);
    if (!isOurs || !facts || !route || !current || current.state === 'done') return;
    const day = formatDay(row.due_on ?? '', now, facts.timezone);
    await insertPosting(trx, { ...place(route), notice: overdueNotice(route, day) }, now);
    const line = { teamId: row.team_id, mentionId: row.mention_id, personId: null, act: 'route_overdue', at: now };
    await recordActivity(trx, { ...line, detail: { department: route.department, wish: route.wish } });
  });
}

function place({ teamId, ownerId, channelId }: RouteFacts) {
  return { team_id: teamId, kind: 'notice' as const, channel_id: ownerId ?? channelId };
}
