import type { Deps } from '../src/deps.ts';
import type { Asked, Misread } from '../src/domain/queue-filter.ts';
import { isRefusal } from '../src/domain/refusal.ts';
import { readQueue } from '../src/flows/read-queue.ts';
import { refusalSentence } from '../src/views/copy.ts';
import type { SlackMessage } from '../src/views/message.ts';
import { misreadSentence } from '../src/views/misread-words.ts';
import { noticeMessage } from '../src/views/notice-message.ts';
import { queueMessage } from '../src/views/queue-message.ts';

/** The first page of what was asked for, or what was not understood. */
export async function answerQueue(deps: Deps, personId: string, asked: Asked | Misread): Promise<SlackMessage> {
  if ('misread' in asked) return noticeMessage(misreadSentence(asked));
  const facts = await readQueue(deps, personId, asked, 0);
  return isRefusal(facts) ? noticeMessage(refusalSentence(facts)) : queueMessage(facts);
}
