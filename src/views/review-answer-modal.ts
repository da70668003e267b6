import type { ModalView } from '@slack/types';
import type { Answer, ReviewMonths } from '../domain/answer.ts';
import { formatDay } from '../domain/day.ts';
import { input, option, richText } from './blocks.ts';
import { choice, typed } from './form-values.ts';
import { CALLBACKS, FIELDS } from './ids.ts';
import { answerFields, monthsField, readMonths } from './keep-answer-modal.ts';
import { modal } from './modal.ts';
import { line, moment, person, words } from './rich-text.ts';

/** What a review may make of an answer. */
export type Fate = 'keep' | 'retire';

const FATES: Record<Fate, string> = {
  keep: 'Keep it, as it stands below',
  retire: 'Retire it: it is not offered any more',
};

/** The form in which the owner or a manager says whether an answer is still right. Pure. */
export function reviewAnswerModal(answer: Answer, now: Date, timezone: string): ModalView {
  const fates = Object.entries(FATES).map(([value, label]) => option(value, label));
  return modal({
    title: 'Review an answer',
    callbackId: CALLBACKS.reviewAnswer,
    submit: 'Save',
    close: 'Cancel',
    ref: { mentionId: 0, draftId: null, answerId: answer.id },
    blocks: [
      richText(
        line(
          words('Kept by '),
          person(answer.keptBy),
          words(', '),
          moment(answer.keptAt, timezone, '{date_short_pretty}'),
          words('. '),
          person(answer.ownerId),
          words(` looks after it; its review is due on ${formatDay(answer.reviewOn, now, timezone)}.`),
        ),
      ),
      input(FIELDS.answerFate, 'Is it still right?', {
        type: 'radio_buttons',
        options: fates,
        initial_option: fates[0],
      }),
      ...answerFields(answer),
      monthsField('If it is kept, review it again in'),
    ],
  });
}

/** What the reviewer decided; anything unclear keeps the answer. */
export function readReview(values: unknown): { fate: Fate; title: string; text: string; months: ReviewMonths } {
  return {
    fate: choice(values, FIELDS.answerFate) === 'retire' ? 'retire' : 'keep',
    title: typed(values, FIELDS.answerTitle).trim(),
    text: typed(values, FIELDS.answerText),
    months: readMonths(values),
  };
}
