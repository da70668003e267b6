import type { Block, PageAct } from '../../wire.ts';
import { type Said, say } from '../page/said.ts';
import type { Person } from '../state.ts';
import { newTs } from '../workspace/timestamps.ts';
import type { World } from '../world.ts';
import { findContainer } from './container.ts';
import { deliver, notice } from './deliver.ts';
import { blockElements, stateValues, withChildren } from './element-state.ts';
import { payloadBase } from './payload.ts';

type Press = Extract<PageAct, { act: 'press' }>;

function findBlock(blocks: Block[], { block_id, action_id, type }: Press['action']): Block | undefined {
  return blocks
    .flatMap(withChildren)
    .filter((block) => block.block_id === block_id)
    .find((block) => blockElements(block).some((one) => one.action_id === action_id && one.type === type));
}

/** Inputs keep what is entered to themselves until the view is submitted, unless they ask for more. */
function isQuiet(block: Block): boolean {
  return block.type === 'input' && block.dispatch_action !== true;
}

/** Presses an element: block_actions to the bot, with the state of every element around it. */
export async function press(world: World, person: Person, { place, action, values }: Press): Promise<Said> {
  const container = findContainer(world, person, place);
  if (!container) return say('That is not there any more.');
  const block = findBlock(container.blocks, action);
  if (!block) return say('That is not there any more; the message has changed.');
  if (isQuiet(block)) return say();
  if (!world.app.isInteractive) {
    notice(world, person.id, `${world.app.name} is not configured to handle interactive responses.`);
    return say();
  }
  await deliver(world, person.id, 'interactive', {
    type: 'block_actions',
    ...payloadBase(world, person),
    ...container.payload(stateValues(container.blocks, values), action.block_id),
    actions: [{ ...action, action_ts: newTs(world) }],
  });
  return say();
}
