import { type Selectable, sql } from 'kysely';
import type { Ballot, BallotStatus, Vote } from '../domain/ballot.ts';
import type { MentionEvent } from '../domain/mention.ts';
import type { Leased } from './due.ts';
import type { Db, Trx } from './schema.ts';
import type { BallotsTable } from './tables/reply.ts';

/** The bridge between the row and the domain. */
export function rowToBallot(row: Selectable<BallotsTable>): Ballot {
  return {
    id: row.id,
    teamId: row.team_id,
    mentionId: row.mention_id,
    draftId: row.draft_id,
    writerId: row.writer_id,
    textHash: row.text_hash,
    status: row.status,
    votesNeeded: row.votes_needed,
    objectionsNeeded: row.objections_needed,
    approvers: row.approvers,
    requiredGroups: row.required_groups,
    decidedBy: row.decided_by,
    openedAt: row.opened_at,
    closesAt: row.closes_at,
  };
}

/** Opens the vote on a draft; `reasons` say why it asks for more than usual. First recounted at `recountAt`. Returns its id. */
export async function insertBallot(
  trx: Trx,
  ballot: Omit<Ballot, 'id' | 'status' | 'decidedBy'> & { reasons: string[] },
  recountAt: Date,
): Promise<number> {
  const row = await trx
    .insertInto('ballots')
    .values({
      team_id: ballot.teamId,
      mention_id: ballot.mentionId,
      draft_id: ballot.draftId,
      writer_id: ballot.writerId,
      text_hash: ballot.textHash,
      status: 'open',
      votes_needed: ballot.votesNeeded,
      objections_needed: ballot.objectionsNeeded,
      approvers: JSON.stringify(ballot.approvers),
      required_groups: JSON.stringify(ballot.requiredGroups),
      reasons: JSON.stringify(ballot.reasons),
      opened_at: ballot.openedAt,
      closes_at: ballot.closesAt,
      due_at: recountAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** One ballot of the team. */
export async function findBallot(db: Db | Trx, teamId: string, id: number): Promise<Ballot | undefined> {
  const row = await db
    .selectFrom('ballots')
    .selectAll()
    .where('team_id', '=', teamId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && rowToBallot(row);
}

/** The ballot of a mention whose votes still matter: open, or approved and its text not yet sent. */
export async function findLiveBallot(db: Db | Trx, teamId: string, mentionId: number): Promise<Ballot | undefined> {
  const row = await liveBallot(db, teamId, mentionId).executeTakeFirst();
  return row && rowToBallot(row);
}

/** The same, locked until the transaction ends; lock its mention first. `leaseToken` tells whose recount it is. */
export async function lockLiveBallot(
  trx: Trx,
  teamId: string,
  mentionId: number,
): Promise<(Ballot & { leaseToken: string | null }) | undefined> {
  const row = await liveBallot(trx, teamId, mentionId).forUpdate().executeTakeFirst();
  return row && { ...rowToBallot(row), leaseToken: row.lease_token };
}

function liveBallot(db: Db | Trx, teamId: string, mentionId: number) {
  return db
    .selectFrom('ballots')
    .selectAll()
    .where('team_id', '=', teamId)
    .where('mention_id', '=', mentionId)
    .where('status', 'in', ['open', 'approved'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('replies')
            .select('replies.id')
            .whereRef('replies.draft_id', '=', 'ballots.draft_id')
            .where('replies.state', '=', 'posted'),
        ),
      ),
    )
    .orderBy('id', 'desc')
    .limit(1);
}

/** Something may have changed in the votes: the ballot is due for a recount by `dueAt`. False when it no longer matters. */
export async function markBallot(db: Db | Trx, ballotId: number, dueAt: Date): Promise<boolean> {
  const done = await db
    .updateTable('ballots')
    .set({
      marks: sql<number>`marks + 1`,
      due_at: sql<Date>`least(coalesce(due_at, 'infinity'), ${dueAt}::timestamptz)`,
    })
    .where('id', '=', ballotId)
    .where('status', 'in', ['open', 'approved'])
    .where('decided_by', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Votes may have come unseen: every ballot of the team whose votes still matter is due. Returns how many. */
export async function markLiveBallots(db: Db, teamId: string, now: Date): Promise<number> {
  const done = await sql`
    update ballots set marks = marks + 1, due_at = ${now}
    from mentions
    where ballots.team_id = ${teamId} and mentions.id = ballots.mention_id and ballots.decided_by is null
      and (ballots.status = 'open' or (ballots.status = 'approved' and mentions.status = 'approved'))`.execute(db);
  return Number(done.numAffectedRows ?? 0);
}

/** The vote is over, one way or another. */
export async function closeBallot(trx: Trx, id: number, status: BallotStatus, now: Date): Promise<void> {
  await trx.updateTable('ballots').set({ status, decided_at: now, due_at: null }).where('id', '=', id).execute();
}

/** Its votes count for nothing, because of what happened to the mention. */
export async function endVoid(trx: Trx, id: number, because: MentionEvent, now: Date): Promise<void> {
  const ended = { status: 'void' as const, decided_at: now, due_at: null, voided_by: because };
  await trx.updateTable('ballots').set(ended).where('id', '=', id).execute();
}

/** These groups are no longer asked for, and the ballot says so. */
export async function dropDemands(trx: Trx, ballot: Ballot, groups: string[], reasons: string[]): Promise<Ballot> {
  const requiredGroups = ballot.requiredGroups.filter((group) => !groups.includes(group));
  await trx
    .updateTable('ballots')
    .set({
      required_groups: JSON.stringify(requiredGroups),
      reasons: sql<string>`reasons || ${JSON.stringify(reasons)}::jsonb`,
    })
    .where('id', '=', ballot.id)
    .execute();
  return { ...ballot, requiredGroups };
}

/** The vote is over because a manager approved without it. */
export async function closeByDecision(
  trx: Trx,
  id: number,
  decision: { by: string; reason: string; at: Date },
): Promise<void> {
  const { by, reason, at } = decision;
  const approved = { status: 'approved' as const, decided_at: at, due_at: null };
  await trx
    .updateTable('ballots')
    .set({ ...approved, decided_by: by, decision_reason: reason })
    .where('id', '=', id)
    .execute();
}

/** A press on a ballot's button; the newest press of a person counts. False when they said so already. */
export async function saveButtonVote(
  trx: Trx,
  vote: { ballotId: number; voterId: string; choice: Vote['choice']; at: Date },
): Promise<boolean> {
  const saved = await trx
    .insertInto('votes')
    .values({ ballot_id: vote.ballotId, voter_id: vote.voterId, path: 'button', choice: vote.choice, at: vote.at })
    .onConflict((known) =>
      known
        .columns(['ballot_id', 'voter_id', 'path'])
        .doUpdateSet({ choice: vote.choice, at: vote.at })
        .where('votes.choice', '<>', vote.choice),
    )
    .executeTakeFirst();
  return saved.numInsertedOrUpdatedRows === 1n;
}

/** What the reactions say now, in place of what they said before. */
export async function replaceReactionVotes(
  trx: Trx,
  ballotId: number,
  votes: Pick<Vote, 'voterId' | 'choice'>[],
  at: Date,
): Promise<void> {
  await trx.deleteFrom('votes').where('ballot_id', '=', ballotId).where('path', '=', 'reaction').execute();
  if (votes.length === 0) return;
  await trx
    .insertInto('votes')
    .values(
      votes.map((vote) => ({
        ballot_id: ballotId,
        voter_id: vote.voterId,
        path: 'reaction' as const,
        choice: vote.choice,
        at,
      })),
    )
    .execute();
}

/** Takes back the presses of people who may not vote any more. */
export async function dropButtonVotes(trx: Trx, ballotId: number, people: string[]): Promise<void> {
  if (people.length === 0) return;
  await trx
    .deleteFrom('votes')
    .where('ballot_id', '=', ballotId)
    .where('path', '=', 'button')
    .where('voter_id', 'in', people)
    .execute();
}

/** Every vote on a ballot, by both paths. */
export async function listVotes(db: Db | Trx, ballotId: number): Promise<Vote[]> {
  const rows = await db.selectFrom('votes').selectAll().where('ballot_id', '=', ballotId).orderBy('voter_id').execute();
  return rows.map((row) => ({ voterId: row.voter_id, path: row.path, choice: row.choice }));
}

/** Notes who was told that their vote does not count; returns those who had not been told before. */
export async function noteTold(trx: Trx, ballotId: number, people: string[]): Promise<string[]> {
  const row = await trx.selectFrom('ballots').select('told').where('id', '=', ballotId).executeTakeFirstOrThrow();
  const fresh = people.filter((id) => !row.told.includes(id));
  if (fresh.length === 0) return [];
  const told = JSON.stringify([...row.told, ...fresh]);
  await trx.updateTable('ballots').set({ told }).where('id', '=', ballotId).execute();
  return fresh;
}

/** The recount is done. Due again at once when votes moved since the lease, else in `everyMs` or as the window closes. */
export async function settleRecount(db: Db, ballot: Leased<'ballots'>, now: Date, everyMs: number): Promise<void> {
  const later = new Date(+now + everyMs);
  await db
    .updateTable('ballots')
    .set({
      due_at: sql<Date | null>`case
        when status in ('open', 'approved') and marks <> ${ballot.marks} then ${now}::timestamptz
        when status = 'open' then least(closes_at, ${later}::timestamptz) end`,
      tries: 0,
      last_error: null,
      lease_token: null,
      lease_until: null,
    })
    .where('id', '=', ballot.id)
    .where('lease_token', '=', ballot.lease_token)
    .execute();
}
