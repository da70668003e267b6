import { takeBack } from '../../src/flows/hand-over.ts';
import { type Move, moveMention } from '../../src/flows/move-mention.ts';
import { wakeMention as wake } from '../../src/flows/snooze-mention.ts';
import type { OnPress } from '../press.ts';
import { answerAndShowMore } from './open-more.ts';

/** The moves that need nothing but the press. */
export const claimMention = move('claim');
export const releaseMention = move('release');

/** "Take back": whoever handed it over has it again. */
export const takeBackMention: OnPress = async (deps, press) => {
  const taken = await takeBack(deps, { mentionId: press.id, personId: press.personId });
  await answerAndShowMore(deps, press, taken);
};

/** "Wake up": the rest is over before its time. */
export const wakeMention: OnPress = async (deps, press) => {
  const awake = await wake(deps, { mentionId: press.id, personId: press.personId });
  await answerAndShowMore(deps, press, awake);
};

function move(which: Move): OnPress {
  return async (deps, press) => {
    const moved = await moveMention(deps, { mentionId: press.id, personId: press.personId, move: which });
    await answerAndShowMore(deps, press, moved);
  };
}
