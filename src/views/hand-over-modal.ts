import type { ModalView } from '@slack/types';
import type { CardFacts } from '../domain/card.ts';
import type { MentionStatus } from '../domain/mention.ts';
import { input, richText } from './blocks.ts';
import { personChosen, typed } from './form-values.ts';
import { CALLBACKS, FIELDS } from './ids.ts';
import { authorOnNetwork, inShort } from './mention-lines.ts';
import { modal } from './modal.ts';
import { line, quote, words } from './rich-text.ts';

const MAX_NOTE = 300;

/** What becomes of the draft. */
const OF_THE_DRAFT: Partial<Record<MentionStatus, string>> = {
  voting: 'The vote on the draft ends. Saving the draft again starts a new one.',
  approved: 'The reply stays approved: whoever has the mention then can publish it.',
};

/** The form that asks who shall have a mention from now on. Pure. */
export function handOverModal(facts: CardFacts): ModalView {
  const consequence = OF_THE_DRAFT[facts.mention.status];
  return modal({
    title: 'Hand over',
    callbackId: CALLBACKS.handOver,
    submit: 'Hand over',
    close: 'Cancel',
    ref: { mentionId: facts.mention.id, draftId: facts.draft?.id ?? null },
    blocks: [
      richText(
        line(...authorOnNetwork(facts), words(':')),
        quote(words(inShort(facts, 300))),
        line(words(consequence ?? '')),
      ),
      input(
        FIELDS.handOverTo,
        'Who should have it?',
        { type: 'users_select' },
        { hint: 'They are told by a message.' },
      ),
      input(
        FIELDS.handOverNote,
        'What should they know?',
        { type: 'plain_text_input', multiline: true, max_length: MAX_NOTE },
        { optional: true, hint: 'Everybody sees it in the thread. You can take the mention back.' },
      ),
    ],
  });
}

/** Whom it is handed to, undefined when nobody was chosen, and the note. */
export function readHandOver(values: unknown): { to: string | undefined; note: string } {
  return { to: personChosen(values, FIELDS.handOverTo), note: typed(values, FIELDS.handOverNote).trim() };
}
