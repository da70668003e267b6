import { retryDead } from '../../src/flows/retry-dead.ts';
import { retriedNotice } from '../../src/views/copy.ts';
import { answer, type OnPress } from '../press.ts';

/** "Try again" in `/community status`. */
export const retryPosting = retry('posting');
export const retryBallot = retry('ballot');
export const retrySource = retry('source');
export const retryEscalation = retry('escalation');
export const retryReminder = retry('reminder');
export const retryAnswer = retry('answer');
export const retrySchedule = retry('schedule');
export const retryRoute = retry('route');
export const retryHold = retry('hold');

function retry(kind: Parameters<typeof retryDead>[1]['kind']): OnPress {
  return async (deps, press) => {
    const refused = await retryDead(deps, { kind, id: press.id, personId: press.personId });
    await answer(press, refused, retriedNotice());
  };
}
