import type { KnownBlock, RichTextElement } from '@slack/types';
import type { AnswersFacts } from '../domain/answer.ts';
import { formatDay } from '../domain/day.ts';
import { actions, button, richText } from './blocks.ts';
import { ACTIONS } from './ids.ts';
import { count, number } from './labels.ts';
import { message, type SlackMessage } from './message.ts';
import { bold, dotted, line, oneLine, person, quote, words } from './rich-text.ts';

const MAX_SHOWN = 10;

type Listed = AnswersFacts['answers'][number];

/** The library of answers, as `/community answers` shows it to one person. Pure. */
export function answersMessage(facts: AnswersFacts, now: Date): SlackMessage {
  const shown = facts.answers.slice(0, MAX_SHOWN);
  const more = Math.max(facts.total, facts.answers.length) - shown.length;
  const head = headWords(facts);
  const rest = more > 0 ? [[words(`and ${number(more)} more; add words to find them: /community answers export`)]] : [];
  return message(
    [[words(head)], ...shown.map((answer) => answerLine(answer, facts, now)), ...rest],
    [
      richText(line(bold(head))),
      ...shown.flatMap((answer) => answerBlocks(answer, facts, now)),
      ...rest.map((one) => richText(line(...one))),
    ],
  );
}

function headWords({ total, answers, words: asked }: AnswersFacts): string {
  const found = Math.max(total, answers.length);
  const about = oneLine(asked, 60);
  if (about) return found === 0 ? `No answer is about “${about}”.` : `${count(found, 'answer')} about “${about}”:`;
  if (found > 0) return `${count(found, 'answer')} in the library:`;
  return 'The library has no answer yet. A posted reply can be kept under “More…” on its card.';
}

function answerLine(answer: Listed, { timezone }: AnswersFacts, now: Date): RichTextElement[] {
  const day = formatDay(answer.reviewOn, now, timezone);
  return dotted(
    [bold(oneLine(answer.title, 100) || 'Answer')],
    [person(answer.ownerId), words(' looks after it')],
    [words(answer.isDue ? `due for review since ${day}` : `review on ${day}`)],
  );
}

function answerBlocks(answer: Listed, facts: AnswersFacts, now: Date): KnownBlock[] {
  const review = { actionId: ACTIONS.answerReview, label: 'Review…' };
  const aloud = `Review the answer ${oneLine(answer.title, 50)}`;
  return [
    richText(line(...answerLine(answer, facts, now)), quote(words(oneLine(answer.text, 300) || '(no words)'))),
    ...(answer.mayReview ? actions(button(review, answer.id, { aloud })) : []),
  ];
}
