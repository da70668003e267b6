import { listBestAnswers } from '../db/answers.ts';
import type { WatchRow } from '../db/schema.ts';
import type { Deps } from '../deps.ts';
import { distinctiveStems, isDueForReview, type OfferedAnswer } from '../domain/answer.ts';
import type { CardFacts } from '../domain/card.ts';
import { dayOf } from '../domain/day.ts';

const MAX_OFFERED = 3;

/** The kept answers that are about what the mention is about, the best first. */
export async function offerAnswers(deps: Deps, facts: CardFacts, watch: WatchRow): Promise<OfferedAnswer[]> {
  const ours = [watch.name, ...watch.phrases_any, ...watch.phrases_all];
  const stems = distinctiveStems(`${facts.title ?? ''}\n${facts.text}`, ours);
  const today = dayOf(deps.clock(), facts.timezone);
  const answers = await listBestAnswers(deps.db, deps.teamId, stems, MAX_OFFERED);
  return answers.map((answer) => ({
    id: answer.id,
    title: answer.title,
    text: answer.text,
    isDue: isDueForReview(answer, today),
  }));
}
