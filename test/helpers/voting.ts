import { castVote, noticeReaction } from '../../src/flows/cast-vote.ts';
import { recountDue } from '../../src/flows/recount-ballot.ts';
import { ballotPlace, ballotRow } from './stages.ts';
import type { World } from './world.ts';

export const YES = 'white_check_mark';
export const NO = 'octagonal_sign';

/** What people do to the newest ballot of a mention, and what the clock makes of it. */
export function voting(world: World) {
  /** Reacts, and delivers the event that tells of it. */
  async function react(mentionId: number, person: string, name = YES, undo = false): Promise<void> {
    const at = await ballotPlace(world, mentionId);
    if (undo) world.slack.unreact(at, person, name);
    else world.slack.react(at, person, name);
    await noticeReaction(world.deps, at, name);
  }

  async function recount(): Promise<void> {
    world.pass(1_500);
    await recountDue(world.deps);
    await world.settled();
  }

  async function press(mentionId: number, personId: string, choice: 'approve' | 'object') {
    const { id: ballotId } = await ballotRow(world, mentionId);
    const outcome = await castVote(world.deps, { ballotId, personId, choice });
    await world.settled();
    return outcome;
  }

  return { react, recount, press };
}
