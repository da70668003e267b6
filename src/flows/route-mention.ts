import { recordActivity } from '../db/activity.ts';
import { insertPosting, raisePostings, raiseWish } from '../db/postings.ts';
import { findOpenRoute, insertRoute } from '../db/routes.ts';
import type { TeamRow, Trx } from '../db/schema.ts';
import { getTeam } from '../db/teams.ts';
import { findWatch } from '../db/watches.ts';
import { findWish, keepWish } from '../db/wishes.ts';
import type { Deps } from '../deps.ts';
import { dayOf, endOfDay } from '../domain/day.ts';
import type { Mention } from '../domain/mention.ts';
import { nextOfficeStart } from '../domain/office-time.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { mayDo, notOneOfUs } from '../domain/rights.ts';
import { choiceKey, type RouteChoice, routeChoices } from '../domain/route.ts';
import { ROUTE_KINDS } from '../domain/settings.ts';
import { cleanText, countChars } from '../domain/text.ts';
import { MAX_WISH_CHARS, wishKey } from '../domain/wish.ts';
import { learnPrivacy } from './channel-privacy.ts';
import { onMention } from './on-mention.ts';
import { getPerson } from './person.ts';
import { findFacts } from './picture.ts';

const MAX_NOTE_CHARS = 500;

export type RouteWish = {
  mentionId: number;
  personId: string;
  /** The kind and the department, as `choiceKey` writes them. */
  choice: string;
  /** What is wished for in new words, or a wish heard before, which counts instead. */
  title: string;
  wishId: number | null;
  ownerId: string | null;
  note: string;
  dueOn: string | null;
};

type Order = { choice: RouteChoice; title: string; note: string; overdueAt: Date | null };

/** Hands a mention to a department: a posting in its channel, a line on the card, and one more who asked for the wish. */
export async function routeMention(deps: Deps, wish: RouteWish): Promise<{ routeId: number } | Refusal> {
  const person = await getPerson(deps, wish.personId);
  const order = await checkWish(deps, wish);
  if (isRefusal(order)) return order;
  const facts = await findFacts(deps, wish.mentionId);
  const watch = facts && (await findWatch(deps.db, deps.teamId, facts.mention.watchId));
  if (watch) await learnPrivacy(deps, watch.channel_id);

  const made = await onMention(deps, wish.mentionId, async (trx, mention) => {
    const refused = mayDo(person, 'route', mention) ?? (await notRoutable(trx, mention, order.choice));
    return refused ?? keepRoute(trx, mention, order, wish, deps.clock());
  });
  if (!isRefusal(made)) await raiseWish(deps.db, made.wishId, deps.clock());
  return made;
}

/** What the form holds, as it can be kept. */
async function checkWish(deps: Deps, wish: RouteWish): Promise<Order | Refusal> {
  const team = await getTeam(deps.db, deps.teamId);
  const choice = routeChoices(team.departments, ROUTE_KINDS).find((one) => choiceKey(one) === wish.choice);
  if (!choice) return { refusal: 'unknown_department' };
  const heard = wish.wishId === null ? undefined : await findWish(deps.db, deps.teamId, wish.wishId);
  const title = heard?.title ?? cleanText(wish.title).replace(/\s+/g, ' ').trim();
  const note = cleanText(wish.note);
  const unfit = unfitText(title, MAX_WISH_CHARS) ?? (note ? unfitText(note, MAX_NOTE_CHARS) : undefined);
  if (unfit) return unfit;
  if (wish.ownerId && notOneOfUs(await getPerson(deps, wish.ownerId))) return { refusal: 'not_an_employee' };
  if (wish.dueOn === null) return { choice, title, note, overdueAt: null };
  const overdueAt = overdueSince(wish.dueOn, team, deps.clock());
  return overdueAt ? { choice, title, note, overdueAt } : { refusal: 'past_day' };
}

function unfitText(text: string, maxChars: number): Refusal | undefined {
  if (text === '') return { refusal: 'empty_text' };
  const chars = countChars(text);
  return chars > maxChars ? { refusal: 'too_long', maxChars, chars } : undefined;
}

/** When somebody should be told that the day is over: once the office is open again. Undefined for a day in the past. */
function overdueSince(day: string, team: TeamRow, now: Date): Date | undefined {
  const end = day >= dayOf(now, team.timezone) ? endOfDay(day, team.timezone) : undefined;
  const office = { timezone: team.timezone, officeHours: team.office_hours, holidays: team.holidays };
  return end && nextOfficeStart(end, office);
}

async function notRoutable(trx: Trx, mention: Mention, { department }: RouteChoice): Promise<Refusal | undefined> {
  if (mention.status === 'dismissed') return { refusal: 'route_dismissed' };
  const open = await findOpenRoute(trx, mention.id, department);
  return open && { refusal: 'already_routed', department };
}

async function keepRoute(
  trx: Trx,
  mention: Mention,
  { choice, title, note, overdueAt }: Order,
  wish: RouteWish,
  at: Date,
) {
  const { teamId, id: mentionId } = mention;
  const { kind, department, channelId } = choice;
  const wishId = await keepWish(trx, { teamId, department, title, key: wishKey(title), at });
  const { ownerId, dueOn, personId } = wish;
  const asked = { teamId, mentionId, wishId, kind, department, channelId, note, dueOn, ownerId };
  const routeId = await insertRoute(trx, { ...asked, routedBy: personId, routedAt: at }, overdueAt);
  const place = { team_id: teamId, kind: 'route' as const, channel_id: channelId };
  await insertPosting(trx, { ...place, mention_id: mentionId, route_id: routeId }, at);
  await recordActivity(trx, {
    teamId,
    mentionId,
    personId,
    act: 'route',
    detail: { department, kind, wish: title },
    at,
  });
  await raisePostings(trx, { mentionId }, at);
  return { routeId, wishId };
}
