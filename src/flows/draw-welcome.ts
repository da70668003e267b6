import { listDueWelcomes } from '../db/welcome.ts';
import type { Deps } from '../deps.ts';
import { drawOne } from './draw-posting.ts';

/** Draws the greeting with the first steps now, as far as there is one that is due. */
export async function drawWelcome(deps: Deps): Promise<void> {
  for (const id of await listDueWelcomes(deps.db, deps.teamId, deps.clock())) await drawOne(deps, id);
}
