import { ballotTerms } from './risk.ts';
import type { ApprovalPolicy } from './settings.ts';

/** What a crisis adds to a vote: so many approvals, and so many user groups of which somebody must approve. */
export type StricterVotes = { votes: number; groups: number };

/** What a crisis adds to every vote under this policy. Pure. */
export function stricterVotes(policy: ApprovalPolicy): StricterVotes {
  const calm = ballotTerms(policy, { firstDraft: false, crisis: false });
  const strict = ballotTerms(policy, { firstDraft: false, crisis: true });
  return {
    votes: strict.votesNeeded - calm.votesNeeded,
    groups: strict.requiredGroups.length - calm.requiredGroups.length,
  };
}
