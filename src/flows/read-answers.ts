import { listAnswers, searchAnswers } from '../db/answers.ts';
import { getTeam } from '../db/teams.ts';
import type { Deps } from '../deps.ts';
import { type AnswersFacts, isDueForReview, typedStems } from '../domain/answer.ts';
import { dayOf } from '../domain/day.ts';
import type { Refusal } from '../domain/refusal.ts';
import { mayDo, notOneOfUs } from '../domain/rights.ts';
import { getPerson } from './person.ts';

/** How many answers `/community answers` shows. */
const MAX_SHOWN = 10;

/** The library as one person sees it: the answers about these words, or all of them, those due for review first. */
export async function readAnswers(deps: Deps, personId: string, words: string): Promise<AnswersFacts | Refusal> {
  const person = await getPerson(deps, personId);
  const stranger = notOneOfUs(person);
  if (stranger) return stranger;
  const { timezone } = await getTeam(deps.db, deps.teamId);
  const today = dayOf(deps.clock(), timezone);
  const found = words.trim()
    ? await searchAnswers(deps.db, deps.teamId, typedStems(words), MAX_SHOWN)
    : await listAnswers(deps.db, deps.teamId, today, MAX_SHOWN);
  const answers = found.answers.map((answer) => ({
    ...answer,
    isDue: isDueForReview(answer, today),
    mayReview: !mayDo(person, 'review_answer', { claimantId: null, ownerId: answer.ownerId }),
  }));
  return { words, answers, total: found.total, timezone };
}
