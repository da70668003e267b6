import type { Tone } from './judgement.ts';
import type { ApprovalPolicy, ExtraVotes } from './settings.ts';

/** What makes a reply riskier than another; what nobody has measured is unknown, and unknown never counts. */
export type RiskFacts = {
  tone?: Tone;
  /** How many people the author reaches. */
  reach?: number;
  /** The writer never drafted a reply to another mention. */
  firstDraft: boolean;
  /** A crisis runs on the watch. */
  crisis: boolean;
  /** Who cannot be among the approvers. */
  writerId?: string;
  /** Demanded groups in which nobody could approve: their demand falls away. */
  emptyGroups?: string[];
};

/** Why a ballot asks for more than the watch's rule; copy makes a sentence of it. */
export type RiskReason =
  | { kind: ExtraVotes['when']; reach?: number; votes: number; group?: string }
  | { kind: 'empty_group'; group: string };

export type BallotTerms = {
  votesNeeded: number;
  /** User groups, each with a member among the approvals. */
  requiredGroups: string[];
  reasons: RiskReason[];
};

/** A crisis asks for one more approval unless the policy has a rule of its own for it. */
const IN_A_CRISIS: ExtraVotes = { when: 'crisis', votes: 1 };

/** What a ballot on this draft asks for: the watch's rule and what the risk adds, never more votes than can be cast. Pure. */
export function ballotTerms(policy: ApprovalPolicy, facts: RiskFacts): BallotTerms {
  const rules = policy.extra ?? [];
  const all = rules.some(({ when }) => when === 'crisis') ? rules : [...rules, IN_A_CRISIS];
  const met = all.filter((rule) => isMet(rule, facts));
  const demanded = [...new Set(met.flatMap(({ group }) => group ?? []))];
  const empty = demanded.filter((group) => facts.emptyGroups?.includes(group));
  const requiredGroups = demanded.filter((group) => !empty.includes(group));
  let room = requiredGroups.length > 0 ? Number.POSITIVE_INFINITY : castable(policy, facts) - policy.votes;
  const reasons: RiskReason[] = [];
  for (const rule of met) {
    const votes = Math.max(0, Math.min(rule.votes ?? 0, room));
    room -= votes;
    const group = requiredGroups.find((one) => one === rule.group);
    if ((rule.votes ?? 0) > 0 || group) reasons.push(reasonOf(rule, votes, group));
  }
  const added = reasons.reduce((sum, one) => sum + ('votes' in one ? one.votes : 0), 0);
  const fallen = empty.map((group) => ({ kind: 'empty_group' as const, group }));
  return { votesNeeded: policy.votes + added, requiredGroups, reasons: [...reasons, ...fallen] };
}

function isMet({ when, reach = 0 }: ExtraVotes, facts: RiskFacts): boolean {
  switch (when) {
    case 'negative':
      return facts.tone === 'negative';
    case 'reach_over':
      return facts.reach !== undefined && facts.reach > reach;
    case 'first_draft':
      return facts.firstDraft;
    case 'crisis':
      return facts.crisis;
  }
}

/** How many people could approve: of named people all but the writer, of groups and of everyone as many as it takes. */
function castable({ approvers }: ApprovalPolicy, { writerId }: RiskFacts): number {
  if (approvers === 'everyone' || approvers.some((id) => id.startsWith('S'))) return Number.POSITIVE_INFINITY;
  return approvers.filter((id) => id !== writerId).length;
}

function reasonOf({ when, reach }: ExtraVotes, votes: number, group: string | undefined): RiskReason {
  return { kind: when, votes, ...(when === 'reach_over' && { reach: reach ?? 0 }), ...(group && { group }) };
}
