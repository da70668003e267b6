import type { ModalView } from '@slack/types';
import type { CardFacts, EscalationFacts } from '../domain/card.ts';
import { input, richText } from './blocks.ts';
import { typed } from './form-values.ts';
import { CALLBACKS, FIELDS } from './ids.ts';
import { LEVELS } from './labels.ts';
import { modal } from './modal.ts';
import { line, oneLine, person, quote, words } from './rich-text.ts';

const MAX_OUTCOME = 300;

/** The form that asks how a call for help ended. Pure. */
export function closeCallModal(facts: CardFacts, escalation: EscalationFacts): ModalView {
  const { id, by, level, reason } = escalation;
  return modal({
    title: 'Close the call for help',
    callbackId: CALLBACKS.closeCall,
    submit: 'Close the call',
    close: 'Cancel',
    ref: { mentionId: facts.mention.id, draftId: facts.draft?.id ?? null, escalationId: id },
    blocks: [
      richText(
        line(person(by), words(` ${LEVELS[level].asks}:`)),
        quote(words(oneLine(reason, 300) || '(no reason given)')),
      ),
      input(
        FIELDS.callOutcome,
        'What came of it?',
        { type: 'plain_text_input', multiline: true, max_length: MAX_OUTCOME },
        { hint: 'Your colleagues see this on the card and wherever help was called for.' },
      ),
    ],
  });
}

/** The outcome as it was typed. */
export function readOutcome(values: unknown): { outcome: string } {
  return { outcome: typed(values, FIELDS.callOutcome).trim() };
}
