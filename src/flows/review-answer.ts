import { recordActivity } from '../db/activity.ts';
import { findAnswer, findAnswerByKey, holdAnswers, lockAnswer, retireAnswer, saveReview } from '../db/answers.ts';
import { getTeam, officeTeam } from '../db/teams.ts';
import type { Deps } from '../deps.ts';
import { type Answer, type ReviewMonths, reviewDay, reviewTime } from '../domain/answer.ts';
import type { Refusal } from '../domain/refusal.ts';
import { mayDo } from '../domain/rights.ts';
import { readWords } from './keep-answer.ts';
import { getPerson } from './person.ts';
import { inTransaction } from './submission.ts';

/** The answer, for the form in which its owner or a manager says whether it is still right. */
export async function prepareReview(
  deps: Deps,
  wish: { answerId: number; personId: string },
): Promise<{ answer: Answer; timezone: string } | Refusal> {
  const answer = await findAnswer(deps.db, deps.teamId, wish.answerId);
  if (!answer) return { refusal: 'gone' };
  const person = await getPerson(deps, wish.personId);
  const refused = mayDo(person, 'review_answer', { claimantId: null, ownerId: answer.ownerId });
  if (refused) return refused;
  return { answer, timezone: (await getTeam(deps.db, deps.teamId)).timezone };
}

export type ReviewWish = {
  answerId: number;
  personId: string;
  fate: 'keep' | 'retire';
  title: string;
  text: string;
  months: ReviewMonths;
};

/** Keeps an answer, in its words or in new ones, until its next review; or retires it. */
export async function reviewAnswer(deps: Deps, wish: ReviewWish): Promise<{ answerId: number } | Refusal> {
  const person = await getPerson(deps, wish.personId);
  const words = readWords(wish);
  const now = deps.clock();
  return inTransaction<{ answerId: number }>(deps, async (trx) => {
    await holdAnswers(trx, deps.teamId);
    const found = await lockAnswer(trx, deps.teamId, wish.answerId);
    if (!found) return { refusal: 'gone' };
    const { answer, mentionId } = found;
    const refused = mayDo(person, 'review_answer', { claimantId: null, ownerId: answer.ownerId });
    if (refused) return refused;
    if (wish.fate === 'retire') await retireAnswer(trx, answer.id, now);
    else {
      if (words.text === '') return { refusal: 'empty_text' };
      const same = await findAnswerByKey(trx, deps.teamId, words.textKey);
      if (same && same.id !== answer.id) return { refusal: 'kept_already', title: same.title, ownerId: same.ownerId };
      const team = await getTeam(trx, deps.teamId);
      const reviewOn = reviewDay(now, wish.months, team.timezone);
      await saveReview(trx, answer.id, { ...words, reviewOn, dueAt: reviewTime(reviewOn, officeTeam(team)) });
    }
    const fate = wish.fate === 'keep' && isChanged(answer, words) ? 'change' : wish.fate;
    const detail = { title: words.title || answer.title, answerId: answer.id, fate };
    const line = { teamId: deps.teamId, mentionId, personId: person.id, act: 'review_answer', detail, at: now };
    await recordActivity(trx, line);
    return { answerId: answer.id };
  });
}

function isChanged(answer: Answer, words: { title: string; text: string }): boolean {
  return answer.title !== words.title || answer.text !== words.text;
}
