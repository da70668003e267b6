import type { RichTextElement } from '@slack/types';
import type { CardFacts, EscalationFacts } from '../domain/card.ts';
import { type Rung, rungKind } from '../domain/escalation.ts';
import { formatDuration } from '../domain/time.ts';
import { count, LEVELS } from './labels.ts';
import { channel, DAY_AND_TIME, dotted, moment, oneLine, person, words } from './rich-text.ts';

const MAX_SHOWN = 3;
const MAX_RUNGS = 6;

/** "Ben asked for help: “legal question” · Dana is on it": the newest calls for help, one line each. */
export function escalationLines(facts: CardFacts): RichTextElement[][] {
  const newest = [...facts.escalations].sort((a, b) => b.at.getTime() - a.at.getTime());
  const earlier = newest.length - MAX_SHOWN;
  const lines = newest.slice(0, MAX_SHOWN).map((one) => escalationLine(one, facts.timezone));
  return earlier > 0 ? [...lines, [words(`and ${count(earlier, 'earlier call')} for help`)]] : lines;
}

function escalationLine(escalation: EscalationFacts, timezone: string): RichTextElement[] {
  const reason = oneLine(escalation.reason, 200);
  const { asks } = LEVELS[escalation.level];
  const call = [person(escalation.by), words(` ${asks}${reason ? `: “${reason}”` : ''}`)];
  if (escalation.closedAt) return dotted(call, endWords(escalation));
  if (escalation.acknowledgedBy) return dotted(call, [person(escalation.acknowledgedBy), words(' is on it')]);
  return dotted(call, [words('nobody has answered yet')], ...climbWords(escalation, timezone));
}

/** "closed by Dana: we sent them the contract". */
export function endWords({ closedBy, outcome }: EscalationFacts, lead = 'closed by '): RichTextElement[] {
  const how = oneLine(outcome ?? '', 300);
  return [words(lead), person(closedBy), words(how ? `: ${how}` : '')];
}

/** How far a call climbed: "called #help, Dana after 30 minutes", who is next and when, or that nobody is left. */
export function climbWords(escalation: EscalationFacts, timezone: string): RichTextElement[][] {
  return [calledWords(escalation), nextWords(escalation, timezone)];
}

function calledWords({ ladder, at }: EscalationFacts): RichTextElement[] {
  const called = ladder.filter((rung) => rung.calledAt);
  const more = called.length - MAX_RUNGS;
  const shown = called
    .slice(0, MAX_RUNGS)
    .flatMap((rung, n) => [words(n === 0 ? 'called ' : ', '), rungWords(rung), afterWords(rung, at)]);
  return more > 0 ? [...shown, words(` and ${more} more`)] : shown;
}

function afterWords({ calledAt }: Rung, at: Date): RichTextElement {
  const tookMs = Number(calledAt) - Number(at);
  return words(tookMs > 0 ? ` after ${formatDuration(tookMs)}` : '');
}

function nextWords({ ladder, rung, nextAt }: EscalationFacts, timezone: string): RichTextElement[] {
  const next = ladder[rung + 1];
  if (next && nextAt) return [words('next is '), rungWords(next), words(', '), moment(nextAt, timezone, DAY_AND_TIME)];
  // Where there was only ever one to call, that goes without saying.
  return ladder.length > 1 && !next ? [words('nobody else is left to call')] : [];
}

/** Whom a rung calls; a user group by its name, since naming it by its id would call it once more. */
export function rungWords({ to, name }: Pick<Rung, 'to' | 'name'>): RichTextElement {
  const kind = rungKind(to);
  if (kind === 'group') return words(groupWords(name));
  return kind === 'person' ? person(to) : channel(to);
}

/** "the user group “Team leads”". */
export function groupWords(name: string | null): string {
  const known = oneLine(name ?? '', 80);
  return known ? `the user group “${known}”` : 'a user group';
}
