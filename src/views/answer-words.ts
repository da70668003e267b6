import type { Filling } from '../domain/answer.ts';
import { clip, escapeMrkdwn } from '../domain/text.ts';
import { number } from './labels.ts';
import { oneLine } from './rich-text.ts';

// Sentences about answers, as mrkdwn: what a person wrote is escaped.

/** For the owner of an answer, by direct message. */
export function answerDueNotice(title: string): string {
  return `The answer ${quoted(title)}, which you look after, is due for review: is it still right? Type /community answers and press “Review…” beside it.`;
}

/** For the managers, when the owner of an answer is not here any more. */
export function answerOrphanedNotice(title: string, ownerId: string): string {
  return `The answer ${quoted(title)} is due for review, and <@${ownerId}>, who looked after it, is not here any more. Type /community answers and press “Review…” beside it.`;
}

/** Under the list of answers in the draft form: what became of the one that was chosen. */
export function answerChosenNotice(
  answer: { title: string; isDue: boolean },
  filling: Filling,
  maxChars: number,
): string {
  const title = quoted(answer.title);
  const done: Record<Filling, string> = {
    filled: `${title} stands in the field now. Change it until it answers this author.`,
    added: `${title} was added below what you had written.`,
    there: `${title} stands in the field already.`,
    too_long: `${title} was not added: the reply would be longer than ${number(maxChars)} characters.`,
  };
  return done[filling] + (answer.isDue ? ' It is due for review, so check that it is still right.' : '');
}

/** The same when the answer was retired meanwhile. */
export function answerGoneNotice(): string {
  return 'This answer is not in the library any more. What you have written is unchanged.';
}

function quoted(title: string): string {
  return `“${escapeMrkdwn(oneLine(clip(title, 200), 100))}”`;
}
