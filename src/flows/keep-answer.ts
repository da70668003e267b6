import { recordActivity } from '../db/activity.ts';
import { findAnswerByKey, holdAnswers, insertAnswer } from '../db/answers.ts';
import { findPostedReply } from '../db/replies.ts';
import { getTeam, officeTeam } from '../db/teams.ts';
import type { Deps } from '../deps.ts';
import { answerKey, type ReviewMonths, reviewDay, reviewTime } from '../domain/answer.ts';
import type { CardFacts } from '../domain/card.ts';
import type { Refusal } from '../domain/refusal.ts';
import { mayDo, notOneOfUs } from '../domain/rights.ts';
import { cleanText, clip } from '../domain/text.ts';
import { onMention } from './on-mention.ts';
import { getPerson } from './person.ts';
import { findFacts } from './picture.ts';

const MAX_TITLE = 100;
const MAX_TEXT = 3_000;

/** The posted reply, for the form in which it is kept; refused while the mention is not answered. */
export async function prepareAnswer(
  deps: Deps,
  wish: { mentionId: number; personId: string },
): Promise<{ facts: CardFacts; reply: { text: string } } | Refusal> {
  const facts = await findFacts(deps, wish.mentionId);
  if (!facts) return { refusal: 'gone' };
  const refused = mayDo(await getPerson(deps, wish.personId), 'keep_answer', facts.mention);
  if (refused) return refused;
  const reply = facts.mention.status === 'answered' ? await findPostedReply(deps.db, facts.mention.id) : undefined;
  return reply ? { facts, reply } : { refusal: 'nothing_to_keep' };
}

export type KeepWish = {
  mentionId: number;
  personId: string;
  title: string;
  text: string;
  /** Whoever looks after it; the keeper when nobody was chosen. */
  ownerId: string | undefined;
  months: ReviewMonths;
};

/** Keeps a posted reply in the library; a text that stands there already is refused with its title. */
export async function keepAnswer(deps: Deps, wish: KeepWish): Promise<{ answerId: number } | Refusal> {
  const person = await getPerson(deps, wish.personId);
  const owner = await getPerson(deps, wish.ownerId ?? person.id);
  const words = readWords(wish);
  const team = await getTeam(deps.db, deps.teamId);
  return onMention(deps, wish.mentionId, async (trx, mention) => {
    const now = deps.clock();
    const refused = mayDo(person, 'keep_answer', mention);
    if (refused) return refused;
    const reply = mention.status === 'answered' ? await findPostedReply(trx, mention.id) : undefined;
    if (!reply) return { refusal: 'nothing_to_keep' };
    if (words.text === '') return { refusal: 'empty_text' };
    if (notOneOfUs(owner)) return { refusal: 'not_an_employee' };
    const { teamId, id: mentionId } = mention;
    await holdAnswers(trx, teamId);
    const same = await findAnswerByKey(trx, teamId, words.textKey);
    if (same) return { refusal: 'kept_already', title: same.title, ownerId: same.ownerId };
    const reviewOn = reviewDay(now, wish.months, team.timezone);
    const kept = { keptBy: person.id, keptAt: now, reviewOn, dueAt: reviewTime(reviewOn, officeTeam(team)) };
    const answerId = await insertAnswer(trx, { teamId, ownerId: owner.id, replyId: reply.id, ...words, ...kept });
    const detail = { title: words.title, answerId };
    await recordActivity(trx, { teamId, mentionId, personId: person.id, act: 'keep_answer', detail, at: now });
    return { answerId };
  });
}

/** Title and text as they are kept: without a title, the text's first words. */
export function readWords(told: { title: string; text: string }): { title: string; text: string; textKey: string } {
  const text = clip(cleanText(told.text), MAX_TEXT);
  const title = clip(cleanText(told.title).replace(/\s+/gu, ' ').trim(), MAX_TITLE);
  return { text, textKey: answerKey(text), title: title || clip(text.replace(/\s+/gu, ' ').trim(), 60) };
}
