import { findBallot } from '../db/ballots.ts';
import { findLines, lastHappenings, listOpenCalls, listOpenRoutes, listOwnBallots } from '../db/home.ts';
import { countUnclaimed, listClaims, listOpenBallots } from '../db/overview.ts';
import { findPicture } from '../db/pictures.ts';
import { getTeam, officeTeam } from '../db/teams.ts';
import type { Deps } from '../deps.ts';
import { mayVote } from '../domain/ballot.ts';
import { NUDGE_AFTER_MS } from '../domain/nudge.ts';
import { type OfficeTeam, officeTimeAfter } from '../domain/office-time.ts';
import type { HomeCall, HomeFacts, HomeOfManager, HomeRoute } from '../domain/overview.ts';
import { notOneOfUs, type Person } from '../domain/rights.ts';
import { networkFacts } from '../networks/index.ts';
import { groupsOf } from './approvers.ts';
import { getPerson } from './person.ts';
import { readStatus } from './read-lists.ts';
import { settingsOf } from './read-settings.ts';

/** What waits for this person, and for community managers how the whole is doing and what is set. */
export async function readHome(deps: Deps, personId: string): Promise<HomeFacts> {
  const { db, teamId } = deps;
  const person = await getPerson(deps, personId);
  const channels = await deps.slack.channelsOf(personId);
  const team = await getTeam(db, teamId);
  return {
    ...(await readClaims(deps, person, channels, officeTeam(team))),
    drafts: await listOwnBallots(db, teamId, personId, channels, networkFacts),
    toVote: await listVotable(deps, person, channels),
    calls: await listCalls(deps, person, channels),
    asked: await listAsked(deps, person, channels),
    unclaimed: await countUnclaimed(db, teamId, channels),
    timezone: team.timezone,
    picture: notOneOfUs(person) ? null : await findPicture(db, teamId),
    manager: await readManagers(deps, person),
  };
}

/** A claim in which nothing happened for longer than its claimant is reminded of is overdue, unless it rests. */
async function readClaims(
  deps: Deps,
  { id }: Person,
  channels: string[],
  team: OfficeTeam,
): Promise<Pick<HomeFacts, 'claims' | 'overdue'>> {
  const now = deps.clock();
  const claims = await listClaims(deps.db, deps.teamId, id, channels, networkFacts);
  const happened = await lastHappenings(
    deps.db,
    claims.map((line) => line.id),
  );
  const sleeping = claims.flatMap((line) => {
    const since = happened.get(line.id);
    const rests = line.status !== 'claimed' || line.snoozedUntil !== null || line.snoozedUntilReply;
    return since && !rests && officeTimeAfter(since, NUDGE_AFTER_MS, team) <= now ? [{ line, since }] : [];
  });
  const overdue = sleeping.sort((a, b) => Number(a.since) - Number(b.since));
  return { overdue, claims: claims.filter((line) => !overdue.some((one) => one.line.id === line.id)) };
}

async function listVotable(deps: Deps, person: Person, channels: string[]): Promise<HomeFacts['toVote']> {
  const open = await listOpenBallots(deps.db, deps.teamId, person.id, channels, networkFacts);
  const votable: HomeFacts['toVote'] = [];
  for (const { ballotId, ...line } of open) {
    const ballot = await findBallot(deps.db, deps.teamId, ballotId);
    if (!ballot) continue;
    if (!mayVote(person, ballot, await groupsOf(deps, person.id, ballot))) votable.push(line);
  }
  return votable;
}

/** Calls that name this person or a group of theirs, as far as those were called, and calls that they are on. */
async function listCalls(deps: Deps, { id }: Person, channels: string[]): Promise<HomeCall[]> {
  const open = await listOpenCalls(deps.db, deps.teamId, id);
  const named = open.map(({ ladder }) => ladder.filter((rung) => rung.calledAt !== null).map(({ to }) => to));
  const groups = await groupsOf(deps, id, { approvers: [...new Set(named.flat())], requiredGroups: [] });
  const theirs = open.filter(
    (call, n) => call.acknowledgedBy === id || named[n]?.some((to) => to === id || groups.includes(to)),
  );
  const lines = await linesOf(deps, theirs, channels);
  return theirs.map(({ mentionId, ladder: _, ...call }) => ({ ...call, line: lines.get(mentionId) ?? null }));
}

async function listAsked(deps: Deps, { id }: Person, channels: string[]): Promise<HomeRoute[]> {
  const open = await listOpenRoutes(deps.db, deps.teamId, id, channels);
  const lines = await linesOf(deps, open, channels);
  return open.map(({ mentionId, ...route }) => ({ ...route, line: lines.get(mentionId) ?? null }));
}

function linesOf(deps: Deps, rows: { mentionId: number }[], channels: string[]) {
  return findLines(
    deps.db,
    deps.teamId,
    rows.map(({ mentionId }) => mentionId),
    channels,
    networkFacts,
  );
}

async function readManagers(deps: Deps, person: Person): Promise<HomeOfManager | null> {
  if (!person.isManager || notOneOfUs(person)) return null;
  return { status: await readStatus(deps), settings: await settingsOf(deps) };
}
