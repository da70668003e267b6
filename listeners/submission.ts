import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Deps } from '../src/deps.ts';
import { isRefusal, type Refusal, type RefusalKind } from '../src/domain/refusal.ts';
import { refreshHome } from '../src/flows/show-home.ts';
import { wasStored } from '../src/flows/submission.ts';
import { fieldSentence, troubleNotice } from '../src/views/copy.ts';
import { placeOf, redrawnTimes } from '../src/views/form-values.ts';
import type { Field } from '../src/views/ids.ts';
import { type MentionRef, readMentionRef } from '../src/views/modal.ts';
import { redraw } from './redraw.ts';

export type SubmissionArgs = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** A submitted form; `ref` is the mention it is about, `metadata` whatever the form remembers. */
export type Submission = { personId: string; formId: string; values: unknown; ref: MentionRef; metadata: string };

/** The fields that refusals of some kinds are about. */
export type RefusedAt = Partial<Record<RefusalKind, Field>>;

/** What a form does: what it gives back is stored by then. */
export type OnSubmit = (deps: Deps, submission: Submission) => Promise<unknown>;

/** What a form turns into once it is stored, instead of closing, and what that turns into later. */
export type Next = (
  deps: Deps,
  submission: Submission,
  outcome: unknown,
) => { view: ModalView; later(): Promise<ModalView | undefined> };

export type Form = {
  /** Where a refusal is told, unless it is about another field. */
  field: Field;
  store: OnSubmit;
  fields?: RefusedAt;
  /** Where the problems of a settings form are told, by the names that the rules give its fields. */
  problemsAt?: Record<string, Field>;
  next?: Next;
};

/**
 * A Bolt listener for one form: stores first, then closes it. A refusal stands under the field it is about, and the
 * form stays open with everything they typed. App Home follows, if the person looks at it.
 */
export function submitted(deps: Deps, form: Form) {
  return async ({ ack, body, view, client }: SubmissionArgs): Promise<void> => {
    // One window may hold several forms, one after the other: the hash tells them apart.
    const key = `${view.id} ${view.hash}`;
    // Whoever presses twice sends it twice: what is stored already, or by somebody else meanwhile, is only answered.
    if (await wasStored(deps, key)) return ack();
    const submission = readSubmission(body.user.id, view);
    const outcome = await storeOrSay({ ...deps, submission: key }, form, submission, ack);
    if (isRefusal(outcome)) {
      if (await wasStored(deps, key)) return ack();
      return ack({ response_action: 'errors', errors: errorsOf(form, outcome, view) });
    }
    deps.afterwards(() => refreshHome(deps, submission.personId));
    const next = form.next?.(deps, submission, outcome);
    await ack(next && { response_action: 'update', view: next.view });
    if (!next) return;
    deps.afterwards(async () => {
      const filled = await next.later();
      if (filled) await redraw(client, { view_id: view.id }, filled);
    });
  };
}

/** What breaks while storing is said in the form, which stays open, and thrown on to where errors are logged. */
async function storeOrSay(
  deps: Deps,
  form: Form,
  submission: Submission,
  ack: SubmissionArgs['ack'],
): Promise<unknown> {
  try {
    return await form.store(deps, submission);
  } catch (error) {
    await ack({ response_action: 'errors', errors: { [form.field.block]: troubleNotice() } });
    throw error;
  }
}

function readSubmission(personId: string, view: SubmissionArgs['view']): Submission {
  const { id: formId, private_metadata: metadata } = view;
  const ref = readMentionRef(metadata) ?? { mentionId: 0, draftId: null };
  return { personId, formId, values: view.state.values, ref, metadata };
}

/** Where the field stands in the form: it may have been drawn anew. */
function blockOf(view: SubmissionArgs['view'], field: Field): string {
  return placeOf(field, redrawnTimes(view.state.values, field)).block;
}

/** A sentence under each field that something is wrong with, as far as the form has it. */
function errorsOf(form: Form, refusal: Refusal, view: SubmissionArgs['view']): Record<string, string> {
  const blocks = view.blocks.filter(({ type }) => type === 'input').map((one) => one.block_id);
  const wanted = blockOf(view, form.fields?.[refusal.refusal] ?? form.field);
  const block = blocks.includes(wanted) ? wanted : (blocks[0] ?? wanted);
  if (refusal.refusal !== 'unfit_settings') return { [block]: fieldSentence(refusal) };
  const told = refusal.problems.map(({ at, problem }) => {
    const named = form.problemsAt?.[at]?.block;
    return [named && blocks.includes(named) ? named : block, problem];
  });
  // The first one of a field is told.
  return Object.fromEntries(told.reverse());
}
