import type { InputBlock, ModalView } from '@slack/types';
import type { CardFacts } from '../domain/card.ts';
import { choiceKey, proposedRoute, type RouteChoice } from '../domain/route.ts';
import { isRowId } from '../domain/row-id.ts';
import { MAX_WISH_CHARS, type Wish } from '../domain/wish.ts';
import { input, option, richText } from './blocks.ts';
import { choice, dayChosen, personChosen, typed } from './form-values.ts';
import { CALLBACKS, FIELDS } from './ids.ts';
import { kindReason } from './judgement-words.ts';
import { count } from './labels.ts';
import { authorOnNetwork, inShort } from './mention-lines.ts';
import { modal } from './modal.ts';
import { line, oneLine, quote, words } from './rich-text.ts';
import { ROUTE_KIND_WORDS } from './route-words.ts';

/** The longest note to a department. */
export const MAX_NOTE_CHARS = 500;

/** The form that hands a mention to a department; `choices` is not empty. Pure. */
export function routeModal(facts: CardFacts, choices: RouteChoice[], wishes: Wish[]): ModalView {
  return modal({
    title: 'Route',
    callbackId: CALLBACKS.route,
    submit: 'Route',
    close: 'Cancel',
    ref: { mentionId: facts.mention.id, draftId: facts.draft?.id ?? null },
    blocks: [
      richText(line(...authorOnNetwork(facts), words(':')), quote(words(inShort(facts, 300)))),
      kindField(facts, choices),
      input(
        FIELDS.routeWish,
        'What do they want?',
        { type: 'plain_text_input', max_length: MAX_WISH_CHARS },
        {
          // Without earlier wishes to choose from there is only this one way to tell.
          optional: wishes.length > 0,
          hint: 'In a few words, such as “export to CSV”. The same words again count as the same wish.',
        },
      ),
      ...heardField(wishes),
      input(
        FIELDS.routeOwner,
        'Who should take care of it?',
        { type: 'users_select' },
        { optional: true, hint: 'Without a name, anybody in the department’s channel can take it.' },
      ),
      input(
        FIELDS.routeNote,
        'Note',
        { type: 'plain_text_input', multiline: true, max_length: MAX_NOTE_CHARS },
        { optional: true },
      ),
      input(FIELDS.routeDue, 'By when?', { type: 'datepicker' }, { optional: true }),
    ],
  });
}

function kindField({ judgement }: CardFacts, choices: RouteChoice[]): InputBlock {
  const options = choices
    .slice(0, 100)
    .map((one) => option(choiceKey(one), ROUTE_KIND_WORDS[one.kind].label, `${oneLine(one.department)} takes it`));
  const proposed = proposedRoute(judgement.kind, choices);
  const initial = proposed && options.find(({ value }) => value === choiceKey(proposed));
  return input(
    FIELDS.routeKind,
    'What is it?',
    { type: 'static_select', options, ...(initial && { initial_option: initial }) },
    initial && kindReason(judgement) ? { hint: kindReason(judgement) } : {},
  );
}

function heardField(wishes: Wish[]): InputBlock[] {
  if (wishes.length === 0) return [];
  const options = wishes
    .slice(0, 100)
    .map(({ id, title, department, times }) =>
      option(String(id), oneLine(title, 75), `${oneLine(department, 40)}, asked ${count(times, 'time')}`),
    );
  return [
    input(
      FIELDS.routeHeard,
      'Or choose what was heard before',
      { type: 'static_select', options },
      { optional: true, hint: 'It counts instead of the words above.' },
    ),
  ];
}

/** What was chosen and typed: a kind with its department by key, and either a new wish or one heard before. */
export type RouteAnswers = {
  choice: string;
  title: string;
  wishId: number | null;
  ownerId: string | null;
  note: string;
  dueOn: string | null;
};

/** The answers, trimmed; what is no wish's id counts as none. */
export function readRoute(values: unknown): RouteAnswers {
  const wishId = Number(choice(values, FIELDS.routeHeard));
  return {
    choice: choice(values, FIELDS.routeKind) ?? '',
    title: typed(values, FIELDS.routeWish).trim(),
    wishId: isRowId(wishId) && wishId > 0 ? wishId : null,
    ownerId: personChosen(values, FIELDS.routeOwner) ?? null,
    note: typed(values, FIELDS.routeNote).trim(),
    dueOn: dayChosen(values, FIELDS.routeDue) ?? null,
  };
}
