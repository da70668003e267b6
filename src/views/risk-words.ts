import type { RiskReason } from '../domain/risk.ts';
import { number } from './labels.ts';

/** Why a ballot asks for more than usual, as mrkdwn: "<@U1> drafts here for the first time: 1 more approval". */
export function riskSentence(reason: RiskReason, writerId: string): string {
  if (reason.kind === 'empty_group') {
    return `The rule asks for an approval by somebody of ${group(reason.group)}, but Slack shows nobody there who could give it. So it is not needed.`;
  }
  return `${because(reason, writerId)}: ${asks(reason)}`;
}

type Because = Exclude<RiskReason, { kind: 'empty_group' }>;

function because({ kind, reach = 0 }: Because, writerId: string): string {
  switch (kind) {
    case 'negative':
      return 'The mention sounds negative';
    case 'reach_over':
      return `The author reaches more than ${number(reach)} people`;
    case 'first_draft':
      return `<@${writerId}> drafts here for the first time`;
    case 'crisis':
      return 'A crisis runs';
  }
}

function asks({ votes, group: demanded }: Because): string {
  const more = votes > 0 ? `${number(votes)} more ${votes === 1 ? 'approval' : 'approvals'}` : '';
  const somebody = demanded ? `somebody of ${group(demanded)} must approve` : '';
  return [more, somebody].filter(Boolean).join(', and ') || 'everybody who may vote must approve already';
}

/** A user group, as Slack shows it. */
function group(id: string): string {
  return `<!subteam^${id}>`;
}
