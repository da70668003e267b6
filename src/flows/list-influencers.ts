import { placesOf } from '../db/author-lines.ts';
import { countHeard, listHeard, yearBefore } from '../db/influence.ts';
import { getTeam } from '../db/teams.ts';
import { listWatches } from '../db/watches.ts';
import type { Deps } from '../deps.ts';
import type { WeighedAuthor } from '../domain/author.ts';
import { dayOf, endOfDay, startOfDay } from '../domain/day.ts';
import { fold } from '../domain/fold.ts';
import { influenceOf, isHeard } from '../domain/influence.ts';
import { type AskedInfluencers, type InfluencersPage, RECENT_DAYS } from '../domain/influencers.ts';
import type { Refusal } from '../domain/refusal.ts';
import { reportDays } from '../domain/report-days.ts';
import { networkFacts, networkLabel } from '../networks/index.ts';

/** How many authors a page shows. */
export const PAGE_AUTHORS = 8;
/** How many are weighed at all: of more, those with least reach and fewest mentions are left out. */
const MAX_WEIGHED = 2_000;
const DAY_MS = 24 * 60 * 60_000;

/** A page of who spoke of us in a period, the weightiest first, out of the channels that this person is in. */
export async function listInfluencers(
  deps: Deps,
  personId: string,
  asked: AskedInfluencers,
  page: number,
): Promise<InfluencersPage | Refusal> {
  const channels = await deps.slack.channelsOf(personId);
  const watches = (await listWatches(deps.db, deps.teamId)).filter(({ channel_id }) => channels.includes(channel_id));
  const watchIds = asked.watch === null ? undefined : named(watches, asked.watch);
  if (watchIds?.length === 0)
    return { refusal: 'unknown_watch', name: asked.watch ?? '', known: watches.map(({ name }) => name) };
  const { timezone } = await getTeam(deps.db, deps.teamId);
  const { from, to, days } = timeOf(asked, deps.clock(), timezone);
  const wish = { channels, to, ...(watchIds && { watchIds }) };
  const all = await weighAll(deps, { ...wish, heardFrom: from });
  const { authors, anonymous } = await countHeard(deps.db, deps.teamId, { ...wish, since: from });
  const shown = Math.min(page, Math.max(0, Math.ceil(all.length / PAGE_AUTHORS) - 1));
  const offset = shown * PAGE_AUTHORS;
  const lines = all.slice(offset, offset + PAGE_AUTHORS);
  const authorIds = lines.map(({ author }) => author.id);
  const places = await placesOf(deps.db, deps.teamId, { ...wish, since: from, authorIds, networks: networkFacts });
  return {
    ...{ asked, page: shown, offset, anonymous, days, timezone, now: to, total: Math.min(authors, all.length) },
    lines: lines.map((one) => ({
      ...one,
      networkLabel: places.get(one.author.id) ?? networkLabel(one.author.network),
    })),
  };
}

/** Everybody who was heard, with what their word weighs at the end of the time, the weightiest first. */
export async function weighAll(
  deps: Pick<Deps, 'db' | 'teamId'>,
  wish: { channels: string[]; watchIds?: number[]; heardFrom: Date; to: Date },
): Promise<WeighedAuthor[]> {
  const since = new Date(Math.min(+yearBefore(wish.to), +wish.heardFrom));
  const heard = await listHeard(deps.db, deps.teamId, { ...wish, since, limit: MAX_WEIGHED });
  return heard
    .map((one) => ({ ...one, influence: influenceOf(one.facts, wish.to) }))
    .sort((a, b) => rank(a) - rank(b) || b.influence.score - a.influence.score || b.facts.times - a.facts.times);
}

/** Whose word is weighed comes before those of whom only little is known. */
function rank({ influence }: WeighedAuthor): number {
  return isHeard(influence.parts) ? 0 : 1;
}

type Time = { from: Date; to: Date; days: InfluencersPage['days'] };

/** The time that was asked for, as the team's calendar has it; of days still to come there is nothing yet. */
function timeOf({ period }: AskedInfluencers, at: Date, zone: string): Time {
  // What was found at this very instant counts.
  const now = new Date(+at + 1);
  if (period === null) return { from: new Date(+now - RECENT_DAYS * DAY_MS), to: now, days: null };
  const days = reportDays(period, dayOf(now, zone))?.days;
  if (!days) return { from: now, to: now, days: typeof period === 'object' ? period : null };
  const end = endOfDay(days.last, zone) ?? now;
  return { from: startOfDay(days.first, zone) ?? now, to: end < now ? end : now, days };
}

/** The watch of this name, or those whose names begin so. */
function named(watches: { id: number; name: string }[], name: string): number[] {
  const wanted = fold(name).trim();
  const exact = watches.filter((watch) => fold(watch.name).trim() === wanted);
  const found = exact.length > 0 ? exact : watches.filter((watch) => fold(watch.name).startsWith(wanted));
  return found.map(({ id }) => id);
}
