import type { ActionsBlock, RichTextElement } from '@slack/types';
import type { BallotFacts, CardFacts, Draft } from '../domain/card.ts';
import { clipForEscaping } from '../domain/text.ts';
import {
  awaitedGroups,
  closing,
  howToVote,
  outcomeWords,
  reasonLines,
  ruleWords,
  tallyWithNames,
} from './ballot-words.ts';
import { actions, button, richText } from './blocks.ts';
import { ACTIONS } from './ids.ts';
import { authorOnNetwork, inShort } from './mention-lines.ts';
import { message, type SlackMessage } from './message.ts';
import { exactly, line, link, person, quote, webAddress, words } from './rich-text.ts';

/** So that a whole message stays within Slack's limit, even for a text that is nothing but `&`. */
const MAX_ESCAPED = 9000;

/** The vote on a draft, while it is open and after; needs the draft and its ballot. Pure. */
export function ballotMessage(facts: CardFacts, now: Date): SlackMessage {
  const { ballot, draft } = facts;
  if (!ballot || !draft)
    return message([[words('There is no vote here')]], [richText(line(words('There is no vote here')))]);
  const head = headline(facts, ballot, draft);
  const state = stateLines(facts, ballot, now);
  return message(
    [head, [words(`“${inShort({ title: null, text: draft.text }, 300)}”`)], ...state],
    [
      richText(line(...head), quote(words(inShort(facts, 200)))),
      ...exactText(draft),
      richText(...state.map((one) => line(...one))),
      ...buttons(ballot),
    ],
  );
}

function headline(facts: CardFacts, ballot: BallotFacts, draft: Draft): RichTextElement[] {
  const card = webAddress(facts.cardLink) ? [words(' · '), link(facts.cardLink, 'see the mention')] : [];
  const asks = ballot.status === 'open' ? ' asks for a vote on a reply to ' : ' drafted a reply to ';
  return [person(draft.writerId), words(asks), ...authorOnNetwork(facts), ...card];
}

function exactText(draft: Draft) {
  const shown = clipForEscaping(draft.text, MAX_ESCAPED);
  const whole = shown === draft.text;
  const lead = whole
    ? 'The reply, exactly as it would go out:'
    : 'The beginning of the reply; the card shows the whole:';
  return [richText(line(words(lead))), richText(exactly(shown))];
}

function stateLines(facts: CardFacts, ballot: BallotFacts, now: Date): RichTextElement[][] {
  if (ballot.status !== 'open') return [outcomeWords(facts, ballot), stillStoppable(facts, ballot)].filter(hasWords);
  const rule = words(ruleWords(ballot));
  const below = [...reasonLines(ballot), [...tallyWithNames(ballot), ...awaitedGroups(ballot)]];
  if (now >= ballot.closesAt) return [[rule, words('; the time is over, and the votes are being counted')], ...below];
  return [[...howToVote(), rule, words('; '), closing(ballot, facts.timezone)], ...below];
}

function hasWords(elements: RichTextElement[]): boolean {
  return elements.length > 0;
}

function stillStoppable({ mention }: CardFacts, ballot: BallotFacts): RichTextElement[] {
  if (ballot.status !== 'approved' || ballot.decidedBy || mention.status !== 'approved') return [];
  return [words('It is not posted yet: until then an objection, by reaction or under “More…” on the card, stops it.')];
}

function buttons(ballot: BallotFacts): ActionsBlock[] {
  if (ballot.status !== 'open') return [];
  return actions(
    button({ actionId: ACTIONS.approve, label: 'Approve' }, ballot.id, { aloud: 'Approve this reply' }),
    button({ actionId: ACTIONS.object, label: 'Object' }, ballot.id, { aloud: 'Object to this reply' }),
  );
}
