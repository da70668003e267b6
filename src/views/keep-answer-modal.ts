import type { InputBlock, ModalView } from '@slack/types';
import { REVIEW_MONTHS, type ReviewMonths } from '../domain/answer.ts';
import type { CardFacts } from '../domain/card.ts';
import { clip } from '../domain/text.ts';
import { input, option, richText } from './blocks.ts';
import { choice, personChosen, typed } from './form-values.ts';
import { CALLBACKS, FIELDS } from './ids.ts';
import { count } from './labels.ts';
import { authorOnNetwork, inShort } from './mention-lines.ts';
import { modal } from './modal.ts';
import { isUserId, line, quote, words } from './rich-text.ts';

export const MAX_TITLE = 100;
const MAX_FIELD = 3000;
const USUAL_MONTHS: ReviewMonths = 6;

/** The form in which a posted reply is kept as an answer. Pure. */
export function keepAnswerModal(facts: CardFacts, reply: { text: string }, personId: string): ModalView {
  return modal({
    title: 'Keep as answer',
    callbackId: CALLBACKS.keepAnswer,
    submit: 'Keep',
    close: 'Cancel',
    ref: { mentionId: facts.mention.id, draftId: facts.draft?.id ?? null },
    blocks: [
      richText(
        line(words('The reply to '), ...authorOnNetwork(facts), words(', who wrote:')),
        quote(words(inShort(facts, 300))),
        line(
          words(
            'It is offered to everybody who drafts a reply to a similar mention. Take out what is only for this author.',
          ),
        ),
      ),
      ...answerFields({ title: '', text: reply.text }),
      input(
        FIELDS.answerOwner,
        'Who looks after it?',
        { type: 'users_select', ...(isUserId(personId) && { initial_user: personId }) },
        { hint: 'They are asked whether it is still right when its review is due.' },
      ),
      monthsField('Review it in'),
    ],
  });
}

/** Title and text of an answer. */
export function answerFields({ title, text }: { title: string; text: string }): InputBlock[] {
  return [
    input(
      FIELDS.answerTitle,
      'Title',
      { type: 'plain_text_input', max_length: MAX_TITLE, ...initial(title, MAX_TITLE) },
      { hint: 'What it answers, so that a colleague finds it: “Export times out”.' },
    ),
    input(FIELDS.answerText, 'The answer', {
      type: 'plain_text_input',
      multiline: true,
      max_length: MAX_FIELD,
      ...initial(text, MAX_FIELD),
    }),
  ];
}

function initial(text: string, max: number): { initial_value?: string } {
  return text === '' ? {} : { initial_value: clip(text, max) };
}

/** In how many months it comes up for review. */
export function monthsField(label: string): InputBlock {
  const options = REVIEW_MONTHS.map((months) => option(String(months), count(months, 'month')));
  const usual = options[REVIEW_MONTHS.indexOf(USUAL_MONTHS)] ?? options[0];
  return input(FIELDS.answerMonths, label, { type: 'static_select', options, ...(usual && { initial_option: usual }) });
}

/** What is to be kept; without a known number of months the usual one. */
export type KeptAnswer = { title: string; text: string; ownerId: string | undefined; months: ReviewMonths };

/** The answer as it was filled in. */
export function readKeptAnswer(values: unknown): KeptAnswer {
  return {
    title: typed(values, FIELDS.answerTitle).trim(),
    text: typed(values, FIELDS.answerText),
    ownerId: personChosen(values, FIELDS.answerOwner),
    months: readMonths(values),
  };
}

/** The months that were chosen. */
export function readMonths(values: unknown): ReviewMonths {
  const chosen = Number(choice(values, FIELDS.answerMonths));
  return REVIEW_MONTHS.find((months) => months === chosen) ?? USUAL_MONTHS;
}
