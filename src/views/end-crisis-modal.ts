import type { ModalView } from '@slack/types';
import type { CrisisFacts } from '../domain/card.ts';
import { input, richText } from './blocks.ts';
import { typed } from './form-values.ts';
import { CALLBACKS, FIELDS } from './ids.ts';
import { modal } from './modal.ts';
import { line, oneLine, person, quote, words } from './rich-text.ts';

const MAX_CLOSING = 500;

/** The form with which a manager ends a crisis. Pure. */
export function endCrisisModal(asked: { crisis: CrisisFacts; watch: string; mentionId: number | null }): ModalView {
  const { crisis, watch, mentionId } = asked;
  return modal({
    title: 'End the crisis',
    callbackId: CALLBACKS.endCrisis,
    submit: 'End the crisis',
    close: 'Cancel',
    ref: { mentionId: mentionId ?? 0, draftId: null, crisisId: crisis.id },
    blocks: [
      richText(
        line(words(`${oneLine(watch) || 'The watch'}: `), person(crisis.by), words(' called a crisis:')),
        quote(words(oneLine(crisis.reason, 300) || '(no reason given)')),
      ),
      input(
        FIELDS.crisisClosing,
        'How did it end?',
        { type: 'plain_text_input', multiline: true, max_length: MAX_CLOSING },
        { hint: 'Everybody in the channel sees this. New votes on replies follow the usual rule again.' },
      ),
    ],
  });
}

/** What the manager said. */
export function readClosing(values: unknown): { closing: string } {
  return { closing: typed(values, FIELDS.crisisClosing).trim() };
}
