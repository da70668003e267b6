import { recordActivity } from '../db/activity.ts';
import { findBallot, lockLiveBallot, markBallot, saveButtonVote } from '../db/ballots.ts';
import { lockMention } from '../db/mentions.ts';
import { findPostingByMessage, raisePostings } from '../db/postings.ts';
import type { Deps } from '../deps.ts';
import { type Ballot, type Choice, mayVote } from '../domain/ballot.ts';
import { choiceOf } from '../domain/emoji.ts';
import type { Mention } from '../domain/mention.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { groupsOf } from './approvers.ts';
import { getPerson } from './person.ts';
import { recountNow, TALLY_EVERY_MS } from './recount-ballot.ts';

/** A press on Approve or Object: kept before it is answered, then counted at once. */
export async function castVote(
  deps: Deps,
  wish: { ballotId: number; personId: string; choice: Choice },
): Promise<Choice | Refusal> {
  const person = await getPerson(deps, wish.personId);
  const ballot = await findBallot(deps.db, deps.teamId, wish.ballotId);
  if (!ballot) return { refusal: 'gone' };
  const refused = mayVote(person, ballot, await groupsOf(deps, person.id, ballot));
  if (refused) return refused;
  const kept = await keepVote(deps, ballot, wish);
  if (!isRefusal(kept)) deps.afterwards(() => recountNow(deps, ballot.id));
  return kept;
}

async function keepVote(
  deps: Deps,
  ballot: Ballot,
  wish: { personId: string; choice: Choice },
): Promise<Choice | Refusal> {
  const now = deps.clock();
  const { teamId, mentionId, id: ballotId } = ballot;
  return deps.db.transaction().execute(async (trx) => {
    const mention = await lockMention(trx, teamId, mentionId);
    const live = await lockLiveBallot(trx, teamId, mentionId);
    if (!mention || live?.id !== ballotId || !stillCounts(live, mention, wish.choice))
      return { refusal: 'ballot_closed' };
    const vote = { ballotId, voterId: wish.personId, choice: wish.choice, at: now };
    if (!(await saveButtonVote(trx, vote))) return wish.choice;
    const detail = { choice: wish.choice };
    await recordActivity(trx, { teamId, mentionId, personId: wish.personId, act: 'vote', detail, at: now });
    await raisePostings(trx, { mentionId }, now, { everyMs: TALLY_EVERY_MS });
    await markBallot(trx, ballotId, now);
    return wish.choice;
  });
}

/** Any vote while the ballot is open; after the votes decided only an objection, until somebody posts the reply. */
function stillCounts(ballot: Ballot, mention: Mention, choice: Choice): boolean {
  if (ballot.status === 'open') return true;
  return choice === 'object' && !ballot.decidedBy && ballot.status === 'approved' && mention.status === 'approved';
}

/** How long a burst of reactions is gathered before it is counted. */
const GATHER_MS = 1_000;

/** A reaction came or went on a message: if that is a ballot, it is due for a recount. Nothing is decided here. */
export async function noticeReaction(deps: Deps, at: { channel: string; ts: string }, emoji: string): Promise<void> {
  if (!choiceOf(emoji)) return;
  const posting = await findPostingByMessage(deps.db, deps.teamId, at.channel, at.ts);
  if (!posting?.ballot_id) return;
  await markBallot(deps.db, posting.ballot_id, new Date(+deps.clock() + GATHER_MS));
}
