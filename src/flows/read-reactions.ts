import { listVotes } from '../db/ballots.ts';
import { findBallotPosting } from '../db/postings.ts';
import type { Deps } from '../deps.ts';
import { type Ballot, type GroupsOf, mayVote, type Vote } from '../domain/ballot.ts';
import { choiceOf } from '../domain/emoji.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { refusalSentence } from '../views/copy.ts';
import { noticeMessage } from '../views/notice-message.ts';
import { namedGroups, readMembers } from './approvers.ts';
import { getPerson } from './person.ts';

/** What the reactions under a ballot say, and whose votes count for nothing and why. */
export type ReadVotes = {
  votes: Vote[];
  uncounted: { personId: string; why: Refusal }[];
  /** The ballot's user groups at this moment: who is in which, and those in which nobody could approve. */
  groupsOf: GroupsOf;
  emptyGroups: string[];
};

/** The reactions of this moment, by eligible people only; an objection beats the same person's approval. */
export async function readReactions(deps: Deps, ballot: Ballot): Promise<ReadVotes> {
  const stored = await listVotes(deps.db, ballot.id);
  const posting = await findBallotPosting(deps.db, ballot.id);
  const reactions = posting?.message_ts
    ? await deps.slack.reactions({ channel: posting.channel_id, ts: posting.message_ts })
    : 'gone';
  const byReaction = reactions === 'gone' ? stored.filter(({ path }) => path === 'reaction') : votesOf(reactions);
  return sortOut(deps, ballot, byReaction, stored);
}

function votesOf(reactions: { name: string; users: string[] }[]): Vote[] {
  const choices = new Map<string, Vote['choice']>();
  for (const { name, users } of reactions) {
    const choice = choiceOf(name);
    if (!choice) continue;
    for (const id of users) if (choices.get(id) !== 'object') choices.set(id, choice);
  }
  return [...choices].map(([voterId, choice]) => ({ voterId, path: 'reaction', choice }));
}

/** Who reacted, and who pressed a button earlier on and may not vote any more. */
async function sortOut(deps: Deps, ballot: Ballot, byReaction: Vote[], stored: Vote[]): Promise<ReadVotes> {
  const { groupsOf, withoutVoters } = await readMembers(deps, namedGroups(ballot));
  const emptyGroups = withoutVoters(ballot.writerId).filter((group) => ballot.requiredGroups.includes(group));
  const read: ReadVotes = { votes: [], uncounted: [], groupsOf, emptyGroups };
  const people = [...byReaction, ...stored.filter(({ path }) => path === 'button')].map(({ voterId }) => voterId);
  for (const personId of new Set(people)) {
    const person = await getPerson(deps, personId);
    const why = mayVote(person, ballot, groupsOf(personId));
    if (!isRefusal(why)) read.votes.push(...byReaction.filter(({ voterId }) => voterId === personId));
    else if (!person.isBot) read.uncounted.push({ personId, why });
  }
  return read;
}

/** Tells people privately, beside the ballot, why their reaction does not count. */
export async function tellUncounted(deps: Deps, ballot: Ballot, uncounted: ReadVotes['uncounted']): Promise<void> {
  const posting = await findBallotPosting(deps.db, ballot.id);
  if (!posting) return;
  for (const { personId, why } of uncounted) {
    try {
      await deps.slack.whisper(posting.channel_id, personId, noticeMessage(refusalSentence(why)));
    } catch (error) {
      deps.log.warn({ ballot: ballot.id, error: String(error) }, 'a person was not told why their vote does not count');
    }
  }
}
