import { isRefusal } from '../../src/domain/refusal.ts';
import { readQueue } from '../../src/flows/read-queue.ts';
import { refusalSentence } from '../../src/views/copy.ts';
import { queueMessage } from '../../src/views/queue-message.ts';
import { readTurn } from '../../src/views/queue-turn.ts';
import { answer, type OnPress } from '../press.ts';

/** Another page of the queue or a search, in the place of the one that is shown. */
export const turnQueue: OnPress = async (deps, press) => {
  const turn = readTurn(press.value);
  if (!turn) return press.tell(refusalSentence({ refusal: 'gone' }));
  const facts = await readQueue(deps, press.personId, turn.asked, turn.page);
  if (isRefusal(facts)) return answer(press, facts);
  await press.replace?.(queueMessage(facts));
};
