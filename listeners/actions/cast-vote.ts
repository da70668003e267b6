import type { Choice } from '../../src/domain/ballot.ts';
import { castVote } from '../../src/flows/cast-vote.ts';
import { votedNotice } from '../../src/views/copy.ts';
import { answer, type OnPress } from '../press.ts';

/** The two buttons under a ballot; they weigh as much as the reactions. */
export const approveBallot = vote('approve');
export const objectBallot = vote('object');

function vote(choice: Choice): OnPress {
  return async (deps, press) => {
    const outcome = await castVote(deps, { ballotId: press.id, personId: press.personId, choice });
    await answer(press, outcome, votedNotice(choice));
  };
}
