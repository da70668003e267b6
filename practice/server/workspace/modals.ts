/** Each person's stack of modals, three deep at most. */
import { pageModals } from '../page/projection.ts';
import type { SlackView } from '../state.ts';
import type { OpenModal, World } from '../world.ts';

export const MAX_MODALS = 3;

/** The modals a person has open, the top one last. */
export function modalStack({ modals }: World, person: string): OpenModal[] {
  return modals.get(person) ?? [];
}

/** Replaces a person's whole stack and shows it. */
export function setModals(world: World, person: string, stack: OpenModal[]): void {
  world.modals.set(person, stack);
  world.live.send({ type: 'modals', modals: pageModals(stack) }, (one) => one === person);
}

/** The open modal with this id (or external id) and whose it is. */
export function findModal(
  world: World,
  is: (view: SlackView) => boolean,
): { person: string; modal: OpenModal } | undefined {
  for (const [person, stack] of world.modals) {
    const modal = stack.find(({ view }) => is(view));
    if (modal) return { person, modal };
  }
  return undefined;
}

/** Puts another view in the place of the one with the same id, without its errors. */
export function replaceModal(world: World, person: string, view: SlackView, errors?: Record<string, string>): void {
  const stack = modalStack(world, person).map((one) => (one.view.id === view.id ? { view, errors } : one));
  setModals(world, person, stack);
}
