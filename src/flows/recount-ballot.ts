import {
  closeBallot,
  dropButtonVotes,
  dropDemands,
  findBallot,
  findLiveBallot,
  listVotes,
  lockLiveBallot,
  markLiveBallots,
  noteTold,
  replaceReactionVotes,
  settleRecount,
} from '../db/ballots.ts';
import { fail, type Leased, lease, postpone } from '../db/due.ts';
import { lockMention } from '../db/mentions.ts';
import { raisePostings } from '../db/postings.ts';
import type { Trx } from '../db/schema.ts';
import type { Deps } from '../deps.ts';
import { type Ballot, ballotDecision, tally, type Vote } from '../domain/ballot.ts';
import type { Mention, MentionEvent } from '../domain/mention.ts';
import { SlackTrouble } from '../slack/port.ts';
import { approvedNotice, lapsedNotice, rejectedNotice, riskSentence } from '../views/copy.ts';
import { drawMention } from './draw-posting.ts';
import { applyAct } from './on-mention.ts';
import { type ReadVotes, readReactions, tellUncounted } from './read-reactions.ts';
import { RECOUNT_EVERY_MS } from './save-draft.ts';
import { tellThread } from './tell-thread.ts';

const LEASE_MS = 60_000;
/** A tally is drawn at most this often; a decision at once. */
export const TALLY_EVERY_MS = 3_000;

/** Recounts every ballot that is due: a vote was hinted at, its window closed, or time passed. Returns how many. */
export async function recountDue(deps: Deps): Promise<number> {
  const wanted = { teamId: deps.teamId, now: deps.clock(), limit: 10, leaseMs: LEASE_MS };
  const ballots = await lease(deps.db, 'ballots', wanted);
  for (const ballot of ballots) await recount(deps, ballot);
  return ballots.length;
}

/** Slack told us nothing for a while: whoever voted meanwhile is counted by the next sweep. Returns how many ballots. */
export function recountAll(deps: Deps): Promise<number> {
  return markLiveBallots(deps.db, deps.teamId, deps.clock());
}

/** Recounts this ballot now, unless somebody else is at it: then they, or the next sweep, see the newer votes. */
export async function recountNow(deps: Deps, ballotId: number): Promise<void> {
  const wanted = { teamId: deps.teamId, now: deps.clock(), limit: 1, leaseMs: LEASE_MS, id: ballotId };
  for (const ballot of await lease(deps.db, 'ballots', wanted)) await recount(deps, ballot);
}

async function recount(deps: Deps, row: Leased<'ballots'>): Promise<void> {
  try {
    await recountLeased(deps, row);
  } catch (error) {
    const now = deps.clock();
    if (error instanceof SlackTrouble && error.kind !== 'refused') {
      const waitMs = Math.max(error.facts.retryAfterMs ?? 0, 5_000);
      return void (await postpone(deps.db, 'ballots', row, new Date(+now + waitMs), error.message));
    }
    deps.log.error({ ballot: row.id, error: String(error) }, 'a ballot could not be recounted');
    await fail(deps.db, 'ballots', row, String(error).slice(0, 500), now);
  }
}

/** A ballot that is about to pass is counted once more, on a fresh look at the reactions. */
async function recountLeased(deps: Deps, row: Leased<'ballots'>): Promise<void> {
  const ballot = await findBallot(deps.db, deps.teamId, row.id);
  if (!ballot) return;
  const first = await readReactions(deps, ballot);
  if (await wouldPass(deps, ballot, first)) await decide(deps, row, ballot, await readReactions(deps, ballot));
  else await decide(deps, row, ballot, first);
}

async function wouldPass(deps: Deps, ballot: Ballot, read: ReadVotes): Promise<boolean> {
  const uncounted = read.uncounted.map(({ personId }) => personId);
  const buttons = (await listVotes(deps.db, ballot.id)).filter(
    ({ path, voterId }) => path === 'button' && !uncounted.includes(voterId),
  );
  const counted = tally([...buttons, ...read.votes]);
  return ballotDecision(withoutDemands(ballot, read), counted, deps.clock(), read.groupsOf) === 'approved';
}

async function decide(deps: Deps, row: Leased<'ballots'>, ballot: Ballot, read: ReadVotes): Promise<void> {
  const now = deps.clock();
  const untold = await deps.db.transaction().execute(async (trx) => {
    const mention = await lockMention(trx, deps.teamId, ballot.mentionId);
    const locked = await lockLiveBallot(trx, deps.teamId, ballot.mentionId);
    // Whoever took the lease over has read newer votes.
    if (!mention || locked?.id !== ballot.id || locked.leaseToken !== row.lease_token) return [];
    if (locked.decidedBy) return [];
    return storeCount(trx, mention, locked, read, now);
  });
  await settleRecount(deps.db, row, now, RECOUNT_EVERY_MS);
  follow(deps, ballot, read, untold);
}

/**
 * Counts an approved ballot once more for somebody who is about to post the reply, whoever else may be counting. Throws
 * what Slack throws: without a look at the reactions nothing is posted.
 */
export async function recountForHold(deps: Deps, mentionId: number): Promise<void> {
  const ballot = await findLiveBallot(deps.db, deps.teamId, mentionId);
  if (ballot?.status !== 'approved' || ballot.decidedBy) return;
  const read = await readReactions(deps, ballot);
  const now = deps.clock();
  const untold = await deps.db.transaction().execute(async (trx) => {
    const mention = await lockMention(trx, deps.teamId, mentionId);
    const locked = await lockLiveBallot(trx, deps.teamId, mentionId);
    return mention && locked?.id === ballot.id ? storeCount(trx, mention, locked, read, now) : [];
  });
  follow(deps, ballot, read, untold);
}

/** After the commit: what changed is drawn, and who was not counted learns why. */
function follow(deps: Deps, ballot: Ballot, read: ReadVotes, untold: string[]): void {
  deps.afterwards(() => drawMention(deps, ballot.mentionId));
  const told = read.uncounted.filter((one) => untold.includes(one.personId));
  if (told.length > 0) deps.afterwards(() => tellUncounted(deps, ballot, told));
}

/** A group in which nobody could approve is not asked for. */
function withoutDemands(ballot: Ballot, { emptyGroups }: ReadVotes): Ballot {
  return { ...ballot, requiredGroups: ballot.requiredGroups.filter((group) => !emptyGroups.includes(group)) };
}

/** Keeps the votes as they were read and draws the conclusion. Returns who has yet to learn that they do not count. */
async function storeCount(trx: Trx, mention: Mention, locked: Ballot, read: ReadVotes, now: Date): Promise<string[]> {
  const ballot = await dropEmptyGroups(trx, locked, read, now);
  const before = await listVotes(trx, ballot.id);
  const uncounted = read.uncounted.map((one) => one.personId);
  if (ballot.status === 'open') await dropButtonVotes(trx, ballot.id, uncounted);
  const reactions = ballot.status === 'open' ? read.votes : afterDecision(before, read.votes);
  await replaceReactionVotes(trx, ballot.id, reactions, now);
  const after = await listVotes(trx, ballot.id);
  await conclude(trx, mention, ballot, after, read, now);
  if (!sameVotes(before, after)) await raisePostings(trx, { mentionId: mention.id }, now, { everyMs: TALLY_EVERY_MS });
  return noteTold(trx, ballot.id, uncounted);
}

/** Slack shows nobody in a demanded group who could approve: the ballot says so, and passes without. */
async function dropEmptyGroups(trx: Trx, ballot: Ballot, { emptyGroups }: ReadVotes, now: Date): Promise<Ballot> {
  if (ballot.status !== 'open' || emptyGroups.length === 0) return ballot;
  const reasons = emptyGroups.map((group) => riskSentence({ kind: 'empty_group', group }, ballot.writerId));
  await raisePostings(trx, { ballotId: ballot.id }, now);
  return dropDemands(trx, ballot, emptyGroups, reasons);
}

/** Approvals withdrawn after the decision change nothing any more: they stand as they were. Objections are followed. */
function afterDecision(before: Vote[], read: Vote[]): Vote[] {
  const objections = read.filter(({ choice }) => choice === 'object');
  const standing = before.filter(
    ({ path, choice, voterId }) =>
      path === 'reaction' && choice === 'approve' && !objections.some((one) => one.voterId === voterId),
  );
  return [...objections, ...standing];
}

function sameVotes(a: Vote[], b: Vote[]): boolean {
  const keys = (votes: Vote[]) => votes.map(({ voterId, path, choice }) => `${voterId} ${path} ${choice}`).sort();
  return keys(a).join() === keys(b).join();
}

/** What each outcome is called in the thread. */
const OUTCOME_NOTICES = { approved: approvedNotice, rejected: rejectedNotice, lapsed: lapsedNotice };

/** What each outcome of an open ballot does to the mention. */
const OUTCOMES = { approved: 'approve', rejected: 'reject', lapsed: 'lapse' } as const satisfies Record<
  string,
  MentionEvent
>;

async function conclude(
  trx: Trx,
  mention: Mention,
  ballot: Ballot,
  votes: Vote[],
  read: ReadVotes,
  now: Date,
): Promise<void> {
  const counted = tally(votes);
  const decision = ballotDecision(ballot, counted, now, read.groupsOf);
  if (ballot.status === 'open' && decision !== 'open') {
    await end(trx, mention, ballot, decision, OUTCOMES[decision], now, counted.objections);
  }
  // After the decision only an objection before sending still stops the reply.
  if (ballot.status === 'approved' && decision === 'rejected' && mention.status === 'approved') {
    await end(trx, mention, ballot, 'rejected', 'object', now, counted.objections);
  }
}

async function end(
  trx: Trx,
  mention: Mention,
  ballot: Ballot,
  status: 'approved' | 'rejected' | 'lapsed',
  event: MentionEvent,
  now: Date,
  objectors: string[],
): Promise<void> {
  await closeBallot(trx, ballot.id, status, now);
  await applyAct(trx, mention, { event, by: null, at: now }, objectors.length ? { objectors } : {});
  await raisePostings(trx, { ballotId: ballot.id }, now);
  await tellThread(trx, mention, OUTCOME_NOTICES[status](ballot.writerId, objectors), now);
}
