import type { ModalView } from '@slack/types';
import { type CardFacts, ESCALATION_LEVELS, type EscalationLevel } from '../domain/card.ts';
import { input, option, richText } from './blocks.ts';
import { choice, typed } from './form-values.ts';
import { CALLBACKS, FIELDS } from './ids.ts';
import { LEVELS } from './labels.ts';
import { authorOnNetwork, inShort } from './mention-lines.ts';
import { modal } from './modal.ts';
import { line, quote, words } from './rich-text.ts';

/** The form that asks for help: how urgent it is, and why. Pure. */
export function escalateModal(facts: CardFacts): ModalView {
  const options = ESCALATION_LEVELS.map((level) => option(level, LEVELS[level].label, LEVELS[level].means));
  return modal({
    title: 'Ask for help',
    callbackId: CALLBACKS.escalate,
    submit: 'Ask for help',
    close: 'Cancel',
    ref: { mentionId: facts.mention.id, draftId: facts.draft?.id ?? null },
    blocks: [
      richText(line(...authorOnNetwork(facts), words(':')), quote(words(inShort(facts, 300)))),
      input(FIELDS.escalateLevel, 'How urgent is it?', { type: 'radio_buttons', options, initial_option: options[0] }),
      input(
        FIELDS.escalateReason,
        'What do you need?',
        { type: 'plain_text_input', multiline: true, max_length: 500 },
        { hint: 'Your colleagues see this next to the mention.' },
      ),
    ],
  });
}

/** The level and the reason; without a known level it is plain help. */
export function readEscalation(values: unknown): { level: EscalationLevel; reason: string } {
  const chosen = choice(values, FIELDS.escalateLevel);
  const level = ESCALATION_LEVELS.find((one) => one === chosen) ?? 'help';
  return { level, reason: typed(values, FIELDS.escalateReason).trim() };
}
