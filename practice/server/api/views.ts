import { pageView } from '../page/projection.ts';
import type { SlackView } from '../state.ts';
import { findModal, MAX_MODALS, modalStack, replaceModal, setModals } from '../workspace/modals.ts';
import { newLineage, slackView } from '../workspace/views.ts';
import type { World } from '../world.ts';
import { type Arguments, neededText, textArg } from './arguments.ts';
import { refuse, refuseArguments } from './failure.ts';
import type { Answer, Method } from './method.ts';
import { viewArg } from './view-argument.ts';

function triggerArg(world: World, args: Arguments): string {
  const id = neededText(args, textArg(args, 'interactivity_pointer') ? 'interactivity_pointer' : 'trigger_id');
  const trigger = world.triggers.exchange(id);
  return 'person' in trigger ? trigger.person : refuse(trigger.problem);
}

function open(world: World, args: Arguments): Answer {
  const input = viewArg(world, args, 'modal');
  const person = triggerArg(world, args);
  const view = slackView(world, input, newLineage());
  setModals(world, person, [{ view }]);
  return { view };
}

function push(world: World, args: Arguments): Answer {
  const input = viewArg(world, args, 'modal');
  const person = triggerArg(world, args);
  const stack = modalStack(world, person);
  const top = stack.at(-1);
  if (!top) return refuse('not_found');
  if (stack.length >= MAX_MODALS) refuse('push_limit_reached');
  const view = slackView(world, input, newLineage(top.view));
  setModals(world, person, [...stack, { view }]);
  return { view };
}

function findView(world: World, args: Arguments): { person: string; view: SlackView } {
  const id = textArg(args, 'view_id');
  const externalId = textArg(args, 'external_id');
  if (!id && !externalId) refuseArguments('missing required field: view_id');
  const is = (view: SlackView) => (id ? view.id === id : view.external_id === externalId);
  const found = findModal(world, is);
  if (found) return { person: found.person, view: found.modal.view };
  const home = [...world.state.homes].find(([, view]) => is(view));
  return home ? { person: home[0], view: home[1] } : refuse('not_found');
}

function checkHash(view: SlackView | undefined, args: Arguments): void {
  const hash = textArg(args, 'hash');
  if (hash && view && hash !== view.hash) refuse('hash_conflict');
}

function update(world: World, args: Arguments): Answer {
  const { person, view: before } = findView(world, args);
  const input = viewArg(world, args, before.type, before.id);
  checkHash(before, args);
  const view = slackView(world, input, before);
  if (view.type === 'home') setHome(world, person, view);
  else replaceModal(world, person, view);
  return { view };
}

function setHome(world: World, person: string, view: SlackView): void {
  world.state.homes.set(person, view);
  world.store.touch('homes');
  world.live.send({ type: 'home', home: pageView(view) }, (one) => one === person);
}

function publish(world: World, args: Arguments): Answer {
  const person = neededText(args, 'user_id');
  if (!world.app.home.home_tab_enabled) refuse('not_enabled');
  if (!world.state.people.some(({ id, isBot }) => id === person && !isBot)) refuseArguments('invalid `user_id`');
  const before = world.state.homes.get(person);
  const input = viewArg(world, args, 'home', before?.id);
  checkHash(before, args);
  const view = slackView(world, input, before ?? newLineage());
  setHome(world, person, view);
  return { view };
}

export const viewMethods: Method[] = [
  { name: 'views.open', tier: 4, run: open },
  { name: 'views.push', tier: 4, run: push },
  { name: 'views.update', tier: 4, run: update },
  { name: 'views.publish', tier: 4, run: publish },
];
