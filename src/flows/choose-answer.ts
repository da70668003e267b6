import { findAnswer } from '../db/answers.ts';
import type { Deps } from '../deps.ts';
import { fillIn, isDueForReview } from '../domain/answer.ts';
import { dayOf } from '../domain/day.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { answerChosenNotice, answerGoneNotice } from '../views/copy.ts';
import { type DraftForm, prepareDraft } from './prepare-forms.ts';

/** Slack's own limit on a field. */
const MAX_FIELD = 3_000;

/** A draft form in which an answer was chosen: its field as it should read now, and what became of the answer. */
export type FilledDraft = DraftForm & { filled: { text: string | undefined; note: string } };

/** Puts a chosen answer into the draft form without losing a word of what is `typed` there; `text` undefined: as it was. */
export async function chooseAnswer(
  deps: Deps,
  wish: { mentionId: number; personId: string; answerId: number; typed: string },
): Promise<FilledDraft | Refusal> {
  const form = await prepareDraft(deps, wish);
  if (isRefusal(form)) return form;
  const answer = await findAnswer(deps.db, deps.teamId, wish.answerId);
  if (!answer) return { ...form, filled: { text: undefined, note: answerGoneNotice() } };
  const maxChars = Math.min(MAX_FIELD, form.facts.maxReplyChars);
  const { text, filling } = fillIn(wish.typed, answer.text, maxChars);
  const isDue = isDueForReview(answer, dayOf(deps.clock(), form.facts.timezone));
  const note = answerChosenNotice({ title: answer.title, isDue }, filling, maxChars);
  return { ...form, filled: { text: filling === 'filled' || filling === 'added' ? text : undefined, note } };
}
