import type { Place } from '../../wire.ts';
import { type Said, say } from '../page/said.ts';
import type { Person } from '../state.ts';
import type { World } from '../world.ts';
import { findContainer } from './container.ts';
import { deliver } from './deliver.ts';
import { payloadBase } from './payload.ts';

type Suggest = { place: Place; blockId: string; actionId: string; value: string };

/** Asks the bot what an external menu offers for what was typed. */
export async function suggest(world: World, person: Person, act: Suggest): Promise<Said> {
  const container = findContainer(world, person, act.place);
  if (!container) return say('That is not there any more.');
  const { trigger_id: _, ...base } = payloadBase(world, person);
  const { response_url: __, state: ___, ...place } = container.payload({}, act.blockId);
  const ack = await deliver(world, person.id, 'interactive', {
    type: 'block_suggestion',
    ...base,
    ...place,
    block_id: act.blockId,
    action_id: act.actionId,
    value: act.value,
  });
  return ack.acked ? { ok: true, options: ack.payload.options ?? ack.payload.option_groups ?? [] } : say();
}
