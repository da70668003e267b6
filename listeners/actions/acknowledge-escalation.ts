import { acknowledgeEscalation as acknowledge } from '../../src/flows/answer-escalation.ts';
import { answer, type OnPress } from '../press.ts';

/** "I am on it" under a call for help. */
export const acknowledgeEscalation: OnPress = async (deps, press) => {
  await answer(press, await acknowledge(deps, { escalationId: press.id, personId: press.personId }));
};
