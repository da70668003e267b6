import type { ModalView } from '@slack/types';
import type { CardFacts } from '../domain/card.ts';
import { input, richText } from './blocks.ts';
import { typed } from './form-values.ts';
import { CALLBACKS, FIELDS } from './ids.ts';
import { authorOnNetwork, inShort } from './mention-lines.ts';
import { stateLine } from './mention-state.ts';
import { modal } from './modal.ts';
import { line, quote, words } from './rich-text.ts';

/** The form that asks why a mention is taken up again. Pure. */
export function reopenModal(facts: CardFacts): ModalView {
  return modal({
    title: 'Reopen',
    callbackId: CALLBACKS.reopen,
    submit: 'Reopen',
    close: 'Cancel',
    ref: { mentionId: facts.mention.id, draftId: facts.draft?.id ?? null },
    blocks: [
      richText(
        line(...authorOnNetwork(facts), words(':')),
        quote(words(inShort(facts, 300))),
        line(...stateLine(facts)),
      ),
      input(
        FIELDS.reopenReason,
        'Why?',
        { type: 'plain_text_input', max_length: 200 },
        { hint: 'Everybody sees the reason in the thread. Then the mention waits for somebody to claim it.' },
      ),
    ],
  });
}

/** The reason, '' when there is none. */
export function readReopening(values: unknown): { reason: string } {
  return { reason: typed(values, FIELDS.reopenReason).trim() };
}
