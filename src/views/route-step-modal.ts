import type { ModalView } from '@slack/types';
import type { RouteFacts } from '../domain/card.ts';
import { input, richText } from './blocks.ts';
import { typed } from './form-values.ts';
import { CALLBACKS, type CallbackId, FIELDS, type Field } from './ids.ts';
import { modal } from './modal.ts';
import { line, oneLine, person, quote, words } from './rich-text.ts';
import { wishOf } from './route-words.ts';

/** The longest question, answer or outcome. */
export const MAX_STEP_CHARS = 500;

/** The steps of a route that need words. */
export type RouteStep = 'ask_back' | 'explain' | 'finish';

type Form = { title: string; callbackId: CallbackId; field: Field; submit: string; label: string; hint: string };

/** Each step's form. */
export const ROUTE_STEPS: Record<RouteStep, Form> = {
  ask_back: {
    title: 'Ask back',
    callbackId: CALLBACKS.askBack,
    field: FIELDS.routeQuestion,
    submit: 'Ask',
    label: 'What do you need to know?',
    hint: 'The person who has the mention is asked in its thread.',
  },
  explain: {
    title: 'Answer',
    callbackId: CALLBACKS.explain,
    field: FIELDS.routeExplanation,
    submit: 'Answer',
    label: 'Your answer',
    hint: 'It stands in the department’s channel, and whoever asked is told.',
  },
  finish: {
    title: 'Done',
    callbackId: CALLBACKS.finish,
    field: FIELDS.routeOutcome,
    submit: 'Done',
    label: 'What became of it?',
    hint: 'It goes back to the card, so that the author can be told. Please write it so that a colleague can pass it on.',
  },
};

/** The form of one step. It shows the wish and not the mention: whoever fills it in need not be in its channel. Pure. */
export function routeStepModal(route: RouteFacts, step: RouteStep): ModalView {
  const { title, callbackId, submit, field, label, hint } = ROUTE_STEPS[step];
  const asked = step === 'explain' && route.question;
  return modal({
    title,
    callbackId,
    submit,
    close: 'Cancel',
    ref: { mentionId: route.mentionId, draftId: null, routeId: route.id },
    blocks: [
      richText(
        line(words(`${oneLine(route.department)}: “${wishOf(route)}”`)),
        ...(asked ? [line(person(route.questionBy), words(' asks:')), quote(words(asked.trim(), MAX_STEP_CHARS))] : []),
      ),
      input(field, label, { type: 'plain_text_input', multiline: true, max_length: MAX_STEP_CHARS }, { hint }),
    ],
  });
}

/** What was written, trimmed. */
export function readRouteStep(values: unknown, step: RouteStep): string {
  return typed(values, ROUTE_STEPS[step].field).trim();
}
