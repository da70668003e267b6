import { isRefusal } from '../../src/domain/refusal.ts';
import { readAnswers } from '../../src/flows/read-answers.ts';
import { answersMessage } from '../../src/views/answers-message.ts';
import { refusalSentence } from '../../src/views/copy.ts';
import { noticeMessage } from '../../src/views/notice-message.ts';
import type { Subcommand } from './subcommand.ts';

export const answers: Subcommand = {
  words: 'answers',
  does: 'The library of answers; words behind it find those about them.',
  run: async (deps, { personId, rest }) => {
    const facts = await readAnswers(deps, personId, rest);
    return isRefusal(facts) ? noticeMessage(refusalSentence(facts)) : answersMessage(facts, deps.clock());
  },
};
