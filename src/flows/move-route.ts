import { recordActivity } from '../db/activity.ts';
import { insertPosting, raisePostings } from '../db/postings.ts';
import { findRoute, lockRoute, saveRoute } from '../db/routes.ts';
import type { Trx } from '../db/schema.ts';
import type { Deps } from '../deps.ts';
import type { RouteFacts } from '../domain/card.ts';
import type { Mention } from '../domain/mention.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { applyRouteEvent, mayMoveRoute, type Route, type RouteAct, type RouteEvent } from '../domain/route.ts';
import { cleanText, countChars } from '../domain/text.ts';
import { askedBackNotice, explainedNotice, finishedNotice } from '../views/copy.ts';
import { onMention } from './on-mention.ts';
import { getPerson } from './person.ts';
import { findFacts } from './picture.ts';
import { tellThread } from './tell-thread.ts';

const MAX_WORDS_CHARS = 500;

/** What each event is called in the record. */
const RECORDED: Record<RouteEvent, string> = {
  accept: 'accept_route',
  ask_back: 'ask_back',
  explain: 'explain_route',
  finish: 'finish_route',
};

/**
 * Moves a route for a person: the department accepts, asks back or is done, those who asked answer. It is said on the
 * posting and on the card, and told to those who wait for it.
 */
export async function moveRoute(
  deps: Deps,
  wish: { routeId: number; personId: string; event: RouteEvent; words?: string },
): Promise<Route | Refusal> {
  const person = await getPerson(deps, wish.personId);
  const words = cleanText(wish.words ?? '');
  const unfit = wish.event === 'accept' ? undefined : unfitWords(words);
  if (unfit) return unfit;
  const known = await findRoute(deps.db, deps.teamId, wish.routeId);
  const shown = known && (await findFacts(deps, known.mentionId))?.routes.find((route) => route.id === wish.routeId);
  if (!shown) return { refusal: 'gone' };
  return onMention(deps, shown.mentionId, async (trx, mention) => {
    const route = await lockRoute(trx, deps.teamId, wish.routeId);
    if (!route) return { refusal: 'gone' };
    const act = { event: wish.event, by: person.id, at: deps.clock(), words };
    const moved = mayMoveRoute(person, wish.event, route, mention.claimantId) ?? applyRouteEvent(route, act);
    if (isRefusal(moved)) return moved;
    await keepMove(trx, mention, { ...shown, ...moved }, act);
    return moved;
  });
}

function unfitWords(words: string): Refusal | undefined {
  if (words === '') return { refusal: 'empty_text' };
  const chars = countChars(words);
  return chars > MAX_WORDS_CHARS ? { refusal: 'too_long', maxChars: MAX_WORDS_CHARS, chars } : undefined;
}

async function keepMove(trx: Trx, mention: Mention, route: RouteFacts, act: RouteAct): Promise<void> {
  await saveRoute(trx, route);
  const { teamId, id: mentionId } = mention;
  const detail = { department: route.department, wish: route.wish, ...(act.words && { reason: act.words }) };
  await recordActivity(trx, { teamId, mentionId, personId: act.by, act: RECORDED[act.event], detail, at: act.at });
  await raisePostings(trx, { routeId: route.id }, act.at);
  await raisePostings(trx, { mentionId }, act.at);
  await tell(trx, mention, route, act);
}

/** Questions and outcomes go into the card's thread, an answer to the person who asked. */
async function tell(trx: Trx, mention: Mention, route: RouteFacts, { event, at }: RouteAct): Promise<void> {
  const reader = mention.claimantId ?? route.routedBy;
  if (event === 'ask_back') await tellThread(trx, mention, askedBackNotice(reader, route), at);
  if (event === 'finish') await tellThread(trx, mention, finishedNotice(reader, route), at);
  if (event !== 'explain' || !route.questionBy) return;
  const notice = { team_id: mention.teamId, kind: 'notice' as const, notice: explainedNotice(route) };
  await insertPosting(trx, { ...notice, channel_id: route.questionBy }, at);
}
