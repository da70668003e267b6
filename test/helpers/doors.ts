import type { ModalView } from '@slack/types';
import { actions } from '../../listeners/actions/index.ts';
import type { Press } from '../../listeners/press.ts';
import { submitted } from '../../listeners/submission.ts';
import { views } from '../../listeners/views/index.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { refusalSentence } from '../../src/views/copy.ts';
import type { ActionId, CallbackId } from '../../src/views/ids.ts';
import type { World } from './world.ts';

/** Presses a button as Slack would tell of it, and gives what the person sees: a form, a sentence, or '' for neither. */
export async function press(world: World, id: ActionId, rowId: number, personId: string): Promise<ModalView | string> {
  let seen: ModalView | string = '';
  const pressed: Press = {
    personId,
    id: rowId,
    isInModal: false,
    tell: async (sentence) => {
      seen = sentence;
    },
    show: async (_, fill) => {
      const filled = await fill();
      seen = isRefusal(filled) ? refusalSentence(filled) : filled;
    },
  };
  await actions[id].act(world.deps, pressed);
  await world.settled();
  return seen;
}

/** The form that a press opened. */
export function formOf(seen: ModalView | string): ModalView {
  if (typeof seen === 'string') throw new Error(`no form, but: ${seen}`);
  return seen;
}

let forms = 0;

/** Submits a form, and gives the errors under its fields: none when it closed. */
export async function submit(
  world: World,
  view: ModalView,
  personId: string,
  values: Record<string, Record<string, unknown>>,
): Promise<Record<string, string>> {
  let answer: { errors?: Record<string, string> } | undefined;
  forms += 1;
  const listener = submitted(world.deps, views[view.callback_id as CallbackId]);
  await listener({
    ack: async (given?: typeof answer) => {
      answer = given;
    },
    body: { user: { id: personId } },
    view: { ...view, id: `V9${forms}`, state: { values } },
  } as never);
  await world.settled();
  return answer?.errors ?? {};
}
