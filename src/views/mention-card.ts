import type { DividerBlock } from '@slack/types';
import type { CardFacts } from '../domain/card.ts';
import { richText } from './blocks.ts';
import { cardButtons } from './card-buttons.ts';
import { crisisLine } from './crisis-words.ts';
import { escalationLines } from './escalation-words.ts';
import { weightLine } from './influence-words.ts';
import { headline, inShort, metaLine, quoted } from './mention-lines.ts';
import { lastVoteLine, stateLine } from './mention-state.ts';
import { message, type SlackMessage } from './message.ts';
import { dotted, line, words } from './rich-text.ts';
import { routeLines } from './route-words.ts';
import { snoozeLine } from './snooze-words.ts';

/** Slack runs one app's messages together: the line shows where a card ends. */
const DIVIDER: DividerBlock = { type: 'divider' };

/** The card of a mention, in whatever state it is, drawn whole. Pure. */
export function mentionCard(facts: CardFacts, now: Date): SlackMessage {
  if (facts.mention.status === 'dismissed') return foldedCard(facts, now);
  const head = headline(facts, now);
  const below = [
    metaLine(facts),
    weightLine(facts),
    crisisLine(facts),
    ...escalationLines(facts),
    ...routeLines(facts, now),
    lastVoteLine(facts),
    stateLine(facts),
    snoozeLine(facts),
  ];
  return message(
    [[...head, words(`: ${inShort(facts, 200)}`)], ...below],
    [richText(line(...head), ...quoted(facts)), richText(...linesOf(below)), ...cardButtons(facts), DIVIDER],
  );
}

/** One line, everything else folded away. */
function foldedCard(facts: CardFacts, now: Date): SlackMessage {
  const all = dotted(headline(facts, now), stateLine(facts));
  return message([all], [richText(line(...all)), ...cardButtons(facts), DIVIDER]);
}

function linesOf(lines: Parameters<typeof line>[]) {
  return lines.filter((one) => one.length > 0).map((one) => line(...one));
}
