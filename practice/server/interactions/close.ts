import type { PageAct } from '../../wire.ts';
import { type Said, say } from '../page/said.ts';
import type { Person, SlackView } from '../state.ts';
import { modalStack, setModals } from '../workspace/modals.ts';
import type { World } from '../world.ts';
import { deliver } from './deliver.ts';
import { payloadBase } from './payload.ts';

type Close = Extract<PageAct, { act: 'close' }>;

/** view_closed has no trigger: nothing may be opened in answer to it. */
function closedPayload(world: World, person: Person, view: SlackView, isCleared: boolean): Record<string, unknown> {
  const { trigger_id: _, ...base } = payloadBase(world, person);
  return { type: 'view_closed', ...base, view, is_cleared: isCleared };
}

/** Closes a modal, or the whole stack; the bot hears of those that asked for it. */
export async function closeModal(world: World, person: Person, { viewId, all }: Close): Promise<Said> {
  const stack = modalStack(world, person.id);
  const index = stack.findIndex(({ view }) => view.id === viewId);
  const target = stack[index]?.view;
  if (!target) return say('That dialog is closed already.');
  const isCleared = all === true || target.clear_on_close;
  const closed = isCleared ? stack : stack.slice(index);
  setModals(world, person.id, isCleared ? [] : stack.slice(0, index));
  for (const { view } of closed.toReversed()) {
    if (!view.notify_on_close) continue;
    await deliver(world, person.id, 'interactive', closedPayload(world, person, view, isCleared));
  }
  return say();
}
