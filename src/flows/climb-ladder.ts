import { fail, type Leased, lease } from '../db/due.ts';
import { lockEscalation, rowToEscalation, saveClimb } from '../db/escalations.ts';
import { raisePostings } from '../db/postings.ts';
import { getTeam, officeTeam } from '../db/teams.ts';
import { findHomeWatch } from '../db/watches.ts';
import type { Deps } from '../deps.ts';
import { climbUp, nextTurn } from '../domain/escalation.ts';
import { callChannel, emptyGroups, takeTurns } from './call-ladder.ts';
import { onMention } from './on-mention.ts';

const LEASE_MS = 60_000;

/** Calls the next rung wherever its time has come and nobody is on it yet. Returns how many calls it looked at. */
export async function climbDue(deps: Deps): Promise<number> {
  const wanted = { teamId: deps.teamId, now: deps.clock(), limit: 20, leaseMs: LEASE_MS };
  const calls = await lease(deps.db, 'escalations', wanted);
  for (const call of calls) await climb(deps, call);
  return calls.length;
}

async function climb(deps: Deps, row: Leased<'escalations'>): Promise<void> {
  try {
    await climbLeased(deps, row);
  } catch (error) {
    deps.log.error({ escalation: row.id, error: String(error) }, 'a call for help could not climb');
    await fail(deps.db, 'escalations', row, String(error).slice(0, 500), deps.clock());
  }
}

/** Turns, their postings and the end of the lease are one transaction: whoever dies before calls nobody, and it is due. */
async function climbLeased(deps: Deps, row: Leased<'escalations'>): Promise<void> {
  const empty = await emptyGroups(deps, rowToEscalation(row).ladder.slice(row.rung + 1));
  await onMention(deps, row.mention_id, async (trx, mention) => {
    const now = deps.clock();
    const call = await lockEscalation(trx, deps.teamId, row.id);
    const watch = await findHomeWatch(trx, deps.teamId, mention.id);
    if (!call || !watch || call.lease_token !== row.lease_token) return mention;
    const team = await getTeam(trx, deps.teamId);
    const fallback = callChannel(team, watch);
    const office = officeTeam(team);
    const { climb, turns } = climbUp(rowToEscalation(call), now, office, { empty, fallback });
    await takeTurns(trx, { mention, escalationId: call.id, turns, fallback }, now);
    await saveClimb(trx, call.id, climb, nextTurn(climb, office));
    await raisePostings(trx, { mentionId: mention.id }, now);
    return mention;
  });
}
