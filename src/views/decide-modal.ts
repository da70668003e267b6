import type { ModalView } from '@slack/types';
import type { CardFacts } from '../domain/card.ts';
import { input, richText } from './blocks.ts';
import { typed } from './form-values.ts';
import { CALLBACKS, FIELDS } from './ids.ts';
import { authorOnNetwork, inShort } from './mention-lines.ts';
import { modal } from './modal.ts';
import { exactly, line, person, quote, words } from './rich-text.ts';

/** The form in which a manager approves a draft alone: the whole text, and why. Pure. */
export function decideModal(facts: CardFacts): ModalView {
  const { draft, mention } = facts;
  return modal({
    title: 'Decide without the vote',
    callbackId: CALLBACKS.decide,
    submit: 'Approve',
    close: 'Cancel',
    ref: { mentionId: mention.id, draftId: draft?.id ?? null },
    blocks: [
      richText(line(words('To '), ...authorOnNetwork(facts), words(':')), quote(words(inShort(facts, 300)))),
      richText(line(person(draft?.writerId ?? null), words(' would reply:')), exactly(draft?.text ?? '')),
      input(
        FIELDS.decideReason,
        'Why without the vote?',
        { type: 'plain_text_input', multiline: true, max_length: 300 },
        {
          hint: 'Your name and the reason stand on the card and under the vote, which ends. From then on no objection stops it.',
        },
      ),
    ],
  });
}

/** Why the manager decides alone. */
export function readDecision(values: unknown): { reason: string } {
  return { reason: typed(values, FIELDS.decideReason).trim() };
}
