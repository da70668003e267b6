import type { RichTextElement } from '@slack/types';
import type { BallotFacts, CardFacts } from '../domain/card.ts';
import { VOTE_EMOJI } from '../domain/emoji.ts';
import type { MentionEvent } from '../domain/mention.ts';
import { clipForEscaping } from '../domain/text.ts';
import { count, number } from './labels.ts';
import { AGO, bold, DAY_AND_TIME, dotted, group, moment, oneLine, people, person, words } from './rich-text.ts';
import { sentence } from './sentence.ts';

const MAX_REASONS = 6;
const MAX_REASON = 250;

/** "1 of 2 approvals, no objection". */
export function tallyWords(ballot: BallotFacts): RichTextElement[] {
  return [words(`${approvalsOf(ballot)}, ${objectionsOf(ballot)}`)];
}

/** "1 of 2 approvals (Ana), no objection". */
export function tallyWithNames(ballot: BallotFacts): RichTextElement[] {
  const { approvals, objections } = ballot.counted;
  return [
    words(approvalsOf(ballot)),
    ...inBrackets(approvals),
    words(`, ${objectionsOf(ballot)}`),
    ...inBrackets(objections),
  ];
}

function approvalsOf({ counted, votesNeeded }: BallotFacts): string {
  return `${number(counted.approvals.length)} of ${number(votesNeeded)} ${votesNeeded === 1 ? 'approval' : 'approvals'}`;
}

function objectionsOf({ counted, objectionsNeeded }: BallotFacts): string {
  const made = counted.objections.length;
  return objectionsNeeded > 1 && made > 0
    ? `${number(made)} of ${number(objectionsNeeded)} objections`
    : count(made, 'objection');
}

function inBrackets(ids: string[]): RichTextElement[] {
  return ids.length === 0 ? [] : [words(' ('), ...people(ids), words(')')];
}

/** "closes tomorrow at 09:00". */
export function closing(ballot: BallotFacts, timezone: string): RichTextElement {
  return moment(ballot.closesAt, timezone, DAY_AND_TIME, 'closes ');
}

/** "Needs 2 approvals; 1 objection stops it". */
export function ruleWords(rule: { votesNeeded: number; objectionsNeeded: number }, lead = 'Needs'): string {
  const stops = rule.objectionsNeeded === 1 ? 'stops' : 'stop';
  return `${lead} ${count(rule.votesNeeded, 'approval')}; ${count(rule.objectionsNeeded, 'objection')} ${stops} it`;
}

/** Why the vote asks for more than usual, a line each. */
export function reasonLines({ reasons }: Pick<BallotFacts, 'reasons'>): RichTextElement[][] {
  return reasons.slice(0, MAX_REASONS).map((reason) => sentence(clipForEscaping(reason, MAX_REASON)));
}

/** " · an approval by somebody of @leads is still missing", once there are approvals enough. */
export function awaitedGroups({ status, counted, votesNeeded, requiredGroups }: BallotFacts): RichTextElement[] {
  const isEnough = status === 'open' && counted.approvals.length >= votesNeeded;
  if (!isEnough || counted.objections.length > 0 || requiredGroups.length === 0) return [];
  const groups = requiredGroups.flatMap((id, n) => [words(n > 0 ? ' and ' : ''), group(id)]);
  return [words(' · an approval by somebody of '), ...groups, words(' is still missing')];
}

/** How to vote, by reaction or by button. */
export function howToVote(): RichTextElement[] {
  return [
    words('React with '),
    { type: 'emoji', name: VOTE_EMOJI.approve },
    words(' to approve or '),
    { type: 'emoji', name: VOTE_EMOJI.object },
    words(' to object, or use the buttons. '),
  ];
}

/** "Approved by Ana without the vote: we must answer tonight"; needs such a decision. */
export function decision({ decidedBy, decisionReason }: BallotFacts): RichTextElement[] {
  const why = oneLine(decisionReason ?? '', 300);
  return [words('Approved by '), person(decidedBy), words(` without the vote${why ? `: ${why}` : ''}`)];
}

/** How a vote ended, who made it so and when; nothing while it is open. */
export function outcomeWords(facts: CardFacts, ballot: BallotFacts): RichTextElement[] {
  const when = ballot.decidedAt ? [words(' '), moment(ballot.decidedAt, facts.timezone, AGO)] : [];
  switch (ballot.status) {
    case 'open':
      return [];
    case 'approved':
      if (ballot.decidedBy) return dotted(decision(ballot), when.slice(1), tallyWithNames(ballot));
      return [bold('Approved'), ...when, words(': '), ...tallyWithNames(ballot)];
    case 'rejected':
      return [bold('Not approved'), ...when, words(': '), ...tallyWithNames(ballot)];
    case 'lapsed':
      return [bold('Not approved: time ran out'), ...when, words(' with '), ...tallyWithNames(ballot)];
    case 'void':
      return [bold('Vote stopped'), ...when, words(`: ${voidReason(ballot)}. Votes on this text no longer count`)];
  }
}

const VOID_REASONS: Partial<Record<MentionEvent, string>> = {
  release: 'the mention was released',
  hand_over: 'the mention was handed over',
  dismiss: 'the mention was dismissed',
};

function voidReason({ voidedBy }: BallotFacts): string {
  return (voidedBy && VOID_REASONS[voidedBy]) ?? 'the draft was edited or withdrawn';
}
