import type { Refusal } from './refusal.ts';
import { notOneOfUs, type Person } from './rights.ts';
import type { Approvers } from './settings.ts';

export type Choice = 'approve' | 'object';

/** One person's present choice by one path. A person has at most one vote a path. */
export type Vote = { voterId: string; path: 'reaction' | 'button'; choice: Choice };

export type BallotStatus = 'open' | 'approved' | 'rejected' | 'lapsed' | 'void';

/** The vote on one revision of a draft. */
export type Ballot = {
  id: number;
  teamId: string;
  mentionId: number;
  draftId: number;
  writerId: string;
  textHash: string;
  status: BallotStatus;
  votesNeeded: number;
  objectionsNeeded: number;
  approvers: Approvers;
  /** User groups, each with a member among the approvals; their members may vote in any case. */
  requiredGroups: string[];
  /** Who decided without the votes; such a decision is not counted over. */
  decidedBy: string | null;
  openedAt: Date;
  closesAt: Date;
};

export type Tally = { approvals: string[]; objections: string[] };

/** Votes counted by person: an objection, by either path, beats the same person's approval. Sorted by id. Pure. */
export function tally(votes: Vote[]): Tally {
  const objections = new Set(votes.filter((vote) => vote.choice === 'object').map((vote) => vote.voterId));
  const approvals = new Set(votes.map((vote) => vote.voterId).filter((id) => !objections.has(id)));
  return { approvals: [...approvals].sort(), objections: [...objections].sort() };
}

/** The user groups that a person belongs to, as far as the ballot names them. */
export type GroupsOf = (personId: string) => string[];

/**
 * What the votes and the clock make of an open ballot. Objections weigh before approvals, both before the clock; each
 * demanded group must be among the approvals. Pure.
 */
export function ballotDecision(
  ballot: Pick<Ballot, 'votesNeeded' | 'objectionsNeeded' | 'requiredGroups' | 'closesAt'>,
  counted: Tally,
  now: Date,
  groupsOf: GroupsOf = () => [],
): Exclude<BallotStatus, 'void'> {
  if (counted.objections.length >= ballot.objectionsNeeded) return 'rejected';
  const present = new Set(counted.approvals.flatMap(groupsOf));
  const isComplete = ballot.requiredGroups.every((group) => present.has(group));
  if (counted.approvals.length >= ballot.votesNeeded && isComplete) return 'approved';
  return now >= ballot.closesAt ? 'lapsed' : 'open';
}

/** Undefined when `person` may vote on this ballot; else why not. `groups` are the user groups they belong to. Pure. */
export function mayVote(
  person: Person,
  ballot: Pick<Ballot, 'writerId' | 'approvers' | 'requiredGroups'>,
  groups: string[] = [],
): Refusal | undefined {
  const stranger = notOneOfUs(person);
  if (stranger) return stranger;
  if (person.id === ballot.writerId) return { refusal: 'own_draft' };
  if (ballot.approvers === 'everyone') return undefined;
  const named = [...ballot.approvers, ...ballot.requiredGroups];
  return [person.id, ...groups].some((id) => named.includes(id)) ? undefined : { refusal: 'not_an_approver' };
}
