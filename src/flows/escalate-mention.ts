import { recordActivity } from '../db/activity.ts';
import { insertEscalation } from '../db/escalations.ts';
import { raisePostings } from '../db/postings.ts';
import type { TeamRow, Trx, WatchRow } from '../db/schema.ts';
import { getTeam, officeTeam } from '../db/teams.ts';
import { findHomeWatch } from '../db/watches.ts';
import type { Deps } from '../deps.ts';
import type { EscalationLevel } from '../domain/card.ts';
import { type Climb, climbUp, ladderOf, nextTurn, type Rung } from '../domain/escalation.ts';
import type { Mention } from '../domain/mention.ts';
import type { Refusal } from '../domain/refusal.ts';
import { mayDo } from '../domain/rights.ts';
import { cleanText } from '../domain/text.ts';
import { callChannel, emptyGroups, namedLadder, takeTurns } from './call-ladder.ts';
import { learnPrivacy } from './channel-privacy.ts';
import { declareCrisis } from './crisis.ts';
import { onMention } from './on-mention.ts';
import { getPerson } from './person.ts';

type Call = { level: EscalationLevel; reason: string; by: string; at: Date };
type Home = { team: TeamRow; watch: WatchRow; ladder: Rung[]; empty: Set<string> };

/**
 * Calls for help about a mention: postings where the watch's ladder begins, and a line on the card. The last level calls
 * everybody on the ladder at once and begins a crisis of the watch.
 */
export async function escalateMention(
  deps: Deps,
  wish: { mentionId: number; personId: string; level: EscalationLevel; reason: string },
): Promise<{ escalationId: number } | Refusal> {
  const person = await getPerson(deps, wish.personId);
  const refused = mayDo(person, 'escalate');
  if (refused) return refused;
  const reason = cleanText(wish.reason);
  if (reason === '') return { refusal: 'empty_text' };
  const home = await readHome(deps, wish.mentionId);
  if (!home) return { refusal: 'gone' };
  return onMention(deps, wish.mentionId, (trx, mention) =>
    keepCall(trx, mention, { level: wish.level, reason, by: person.id, at: deps.clock() }, home),
  );
}

async function readHome(deps: Deps, mentionId: number): Promise<Home | undefined> {
  const watch = await findHomeWatch(deps.db, deps.teamId, mentionId);
  if (!watch) return undefined;
  const team = await getTeam(deps.db, deps.teamId);
  await learnPrivacy(deps, watch.channel_id);
  const ladder = await namedLadder(deps, ladderOf(watch.escalation, callChannel(team, watch)));
  return { team, watch, ladder, empty: await emptyGroups(deps, ladder) };
}

async function keepCall(trx: Trx, mention: Mention, call: Call, home: Home): Promise<{ escalationId: number }> {
  const { teamId, id: mentionId } = mention;
  const { team, watch, empty } = home;
  const fallback = callChannel(team, watch);
  const start: Climb = { ...call, rung: -1, ladder: home.ladder, acknowledgedBy: null, closedAt: null };
  const { climb, turns } = climbUp(start, call.at, officeTeam(team), { empty, fallback });
  const kept = { teamId, mentionId, ...call, climb, nextAt: nextTurn(climb, officeTeam(team)) };
  const escalationId = await insertEscalation(trx, kept);
  const { level, reason, by, at } = call;
  await recordActivity(trx, { teamId, mentionId, personId: by, act: 'escalate', detail: { level, reason }, at });
  // Before anything is raised: who waits here for a crisis of the same watch must hold nothing that it raises.
  if (level === 'crisis') await declareCrisis(trx, mention, watch, { escalationId, reason, by, at });
  await takeTurns(trx, { mention, escalationId, turns, fallback }, at);
  await raisePostings(trx, { mentionId }, at);
  return { escalationId };
}
