import type { ActionsBlock, Button } from '@slack/types';
import type { CardFacts } from '../domain/card.ts';
import { type MentionEvent, type MentionStatus, offeredEvents } from '../domain/mention.ts';
import { actions, button, linkButton } from './blocks.ts';
import { MENTION_BUTTONS, type MentionButton } from './ids.ts';

/** What stands on the card itself, the first one being the next step; everything else is in "More…". */
const ON_CARD: Record<MentionStatus, MentionButton[]> = {
  new: ['claim', 'escalate', 'original', 'more'],
  claimed: ['draft', 'hand_over', 'escalate', 'original', 'more'],
  voting: ['see_draft', 'escalate', 'more'],
  approved: ['hold', 'more'],
  sending: ['mark_posted', 'give_back', 'more'],
  unknown: ['mark_posted', 'give_back', 'original', 'more'],
  answered: ['more'],
  dismissed: ['more'],
};

/** The event that a button causes: without it in the table of states, the button is not drawn. */
const NEEDS: Partial<Record<MentionButton, MentionEvent>> = {
  claim: 'claim',
  draft: 'save_draft',
  hand_over: 'hand_over',
  hold: 'hold',
  mark_posted: 'mark_posted',
  give_back: 'give_back',
};

/** The next step, which stands out: at most one a card. */
const PRIMARY: MentionButton[] = ['claim', 'draft', 'hold', 'mark_posted'];

/** The buttons of a card: what the state allows anybody. */
export function cardButtons(facts: CardFacts): ActionsBlock[] {
  const offered = offeredEvents(facts.mention);
  const allowed = ON_CARD[facts.mention.status].filter((name) => {
    const event = NEEDS[name];
    return !event || offered.includes(event);
  });
  return actions(...allowed.map((name) => cardButton(name, facts)));
}

function cardButton(name: MentionButton, facts: CardFacts): Button | undefined {
  const { id } = facts.mention;
  if (name === 'original') return linkButton(MENTION_BUTTONS.original, id, facts.url);
  if (name === 'see_draft' && !facts.draft) return undefined;
  const look = MENTION_BUTTONS[name === 'draft' && facts.draft ? 'edit_draft' : name];
  return button(look, id, PRIMARY.includes(name) ? { style: 'primary' } : {});
}
