import { giveBack } from '../../src/flows/publish-reply.ts';
import type { OnPress } from '../press.ts';
import { answerAndShowMore } from './open-more.ts';

/** "I did not post it": the reply stands approved again. */
export const giveBackReply: OnPress = async (deps, press) => {
  await answerAndShowMore(deps, press, await giveBack(deps, { mentionId: press.id, personId: press.personId }));
};
