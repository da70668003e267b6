import type { EscalationLevel } from '../domain/card.ts';
import type { MentionStatus } from '../domain/mention.ts';

/** A status in a list, after who has it: "Ben has it · approved, not posted yet". */
export const STATUS_LABELS: Record<MentionStatus, string> = {
  new: 'nobody has it yet',
  claimed: 'claimed',
  voting: 'being voted on',
  approved: 'approved, not posted yet',
  sending: 'being posted',
  unknown: 'nobody has said yet whether it was posted',
  answered: 'answered',
  dismissed: 'dismissed',
};

/** What a level of escalation asks for. */
export const LEVELS: Record<EscalationLevel, { label: string; asks: string; means: string }> = {
  help: { label: 'Help', asks: 'asked for help', means: 'Somebody should look at it today' },
  urgent: { label: 'Urgent', asks: 'asked for urgent help', means: 'Somebody should look at it within the hour' },
  crisis: {
    label: 'Crisis',
    asks: 'called a crisis',
    means: 'Calls everybody now, pins a notice, makes votes stricter',
  },
};

/** "1 approval", "no objection", "3 approvals". */
export function count(n: number, thing: string, plural = `${thing}s`): string {
  if (n === 0) return `no ${thing}`;
  return `${number(n)} ${n === 1 ? thing : plural}`;
}

/** "3,120". */
export function number(n: number): string {
  return n.toLocaleString('en');
}
