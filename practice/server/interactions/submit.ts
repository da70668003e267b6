import { z } from 'zod';
import type { PageAct, StateValues } from '../../wire.ts';
import { refuse, SlackFailure } from '../api/failure.ts';
import { checkedView } from '../api/view-argument.ts';
import { type Said, say } from '../page/said.ts';
import type { Person, SlackView } from '../state.ts';
import { MAX_MODALS, modalStack, replaceModal, setModals } from '../workspace/modals.ts';
import { newLineage, slackView } from '../workspace/views.ts';
import type { World } from '../world.ts';
import { deliver, notice } from './deliver.ts';
import { stateValues } from './element-state.ts';
import { payloadBase } from './payload.ts';
import { inputProblems } from './required.ts';

type Submit = Extract<PageAct, { act: 'submit' }>;

const TROUBLE = 'We had some trouble connecting. Try again?';

const response = z.discriminatedUnion('response_action', [
  z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.object({ response_action: z.literal('update'), view: z.unknown() }),
  z.object({ response_action: z.literal('push'), view: z.unknown() }),
  z.object({ response_action: z.literal('clear') }),
]);

type Response = z.infer<typeof response>;

function showErrors(world: World, person: Person, view: SlackView, errors: Record<string, string>): void {
  const inputs = view.blocks.filter((block) => block.type === 'input').map((block) => block.block_id);
  const known = Object.entries(errors).filter(([blockId]) => inputs.includes(blockId));
  if (known.length < Object.keys(errors).length || known.length === 0) notice(world, person.id, TROUBLE);
  replaceModal(world, person.id, view, Object.fromEntries(known));
}

function pushView(world: World, person: Person, before: SlackView, json: unknown): void {
  const stack = modalStack(world, person.id);
  if (stack.length >= MAX_MODALS) refuse('push_limit_reached');
  const view = slackView(world, checkedView(world, json, 'modal'), newLineage(before));
  setModals(world, person.id, [...stack, { view }]);
}

function obey(world: World, person: Person, view: SlackView, answer: Response): void {
  if (answer.response_action === 'errors') showErrors(world, person, view, answer.errors);
  else if (answer.response_action === 'clear') setModals(world, person.id, []);
  else if (answer.response_action === 'push') pushView(world, person, view, answer.view);
  else replaceModal(world, person.id, slackView(world, checkedView(world, answer.view, 'modal', view.id), view));
}

/** Closes the submitted modal, or all of them when it says so. */
function closeSubmitted(world: World, person: Person, view: SlackView): void {
  const stack = modalStack(world, person.id);
  const rest = view.clear_on_close ? [] : stack.filter((one) => one.view.id !== view.id);
  setModals(world, person.id, rest);
}

function applyAck(world: World, person: Person, view: SlackView, payload: Record<string, unknown>): void {
  try {
    if (Object.keys(payload).length === 0) closeSubmitted(world, person, view);
    else obey(world, person, view, response.safeParse(payload).data ?? refuse('invalid_response'));
  } catch (error) {
    if (!(error instanceof SlackFailure)) throw error;
    notice(world, person.id, TROUBLE);
  }
}

function submission(world: World, person: Person, view: SlackView, values: StateValues): Record<string, unknown> {
  const base = payloadBase(world, person);
  return { type: 'view_submission', ...base, view: { ...view, state: { values } }, response_urls: [] };
}

/** Submits a modal and does what the bot's acknowledgement says: close, errors, update, push or clear. */
export async function submit(world: World, person: Person, { viewId, values }: Submit): Promise<Said> {
  const modal = modalStack(world, person.id).find(({ view }) => view.id === viewId);
  if (!modal) return say('That dialog is closed already.');
  const { view } = modal;
  const state = stateValues(view.blocks, values);
  const problems = inputProblems(view.blocks, state);
  if (Object.keys(problems).length > 0) {
    replaceModal(world, person.id, view, problems);
    return say();
  }
  const ack = await deliver(world, person.id, 'interactive', submission(world, person, view, state));
  const now = modalStack(world, person.id).find((one) => one.view.id === viewId);
  if (ack.acked && now) applyAck(world, person, now.view, ack.payload);
  return say();
}
